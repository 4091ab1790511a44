import type { Defect } from '#proof/defect'
import { payloadOf } from '#damage/frames'
import { remembering } from '#damage/remembering'

export const defect: Defect = {
  wrong:
    'The agents know what was said since the line was opened on which they are asked, and nothing of before',
  reference: 'Platform contract, 5: Memory is per thread and of all of it, a hundred messages at least',
  reddens: [{ check: 'CHAT-1.later-follow-up-remembers', because: /is not named|is not stated/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => {
    const opened = new WeakMap<object, number>()
    const since = new Map<string, number>()
    return {
      backend: {
        ...remembering((said, threadId) =>
          said.filter(({ createdAt }) => createdAt.getTime() >= (since.get(threadId) ?? 0)),
        ).backend,
        fanOut: (_kit, standard) => ({
          ...standard,
          join: (line) => {
            opened.set(line, Date.now())
            return standard.join(line)
          },
        }),
        frameHandler: (_kit, standard) => (connection, data, isBinary) => {
          const threadId = payloadOf(data, 'user_message')?.['thread_id']
          if (typeof threadId === 'string') since.set(threadId, opened.get(connection) ?? 0)
          return standard(connection, data, isBinary)
        },
      },
    }
  },
}
