import { isReadable } from '#damage/frames'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What is too long is refused on the line, and worked on all the same',
  reference: 'Platform contract, 3: A message has 1 to 8,000 characters (422)',
  reddens: [{ check: 'LIVE-5.taken-up-to-the-longest', because: /works that were begun: 5, not 4/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (kit, standard) => async (connection, data, isBinary) => {
        await standard(connection, data, isBinary)
        if (!isReadable(data) || !data.includes('"user_message"') || data.length < 8_000) return
        const { payload } = JSON.parse(data) as { payload: Record<'content' | 'thread_id', string> }
        if (payload.content.length <= 8_000) return
        const question = { userId: connection.userId, threadId: payload.thread_id, content: 'x' }
        const { begin } = await kit.questions.accept({ ...question, clientMessageId: undefined })
        begin()
      },
    },
  }),
}
