import type { Defect } from '#proof/defect'
import { rewording } from '#damage/answers'

export const defect: Defect = {
  wrong: 'After something that could not be done, the next answer says once more that it was not done',
  reference:
    'Platform contract, 5: What cannot be done is said plainly, a failed tool is never told as a success, and the next message works',
  reddens: [{ check: 'CHAT-4.next-question-answered', because: /is said once more/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const before = new Map<string, readonly string[]>()
    return {
      backend: {
        supervisor: (_kit, standard) =>
          rewording(standard, (text, { run }, notDone) => {
            const earlier = before.get(run.threadId) ?? []
            before.set(run.threadId, notDone)
            return notDone.length > 0 || earlier.length === 0 ? text : `${text}\n\n${earlier.join(' ')}`
          }),
      },
    }
  },
}
