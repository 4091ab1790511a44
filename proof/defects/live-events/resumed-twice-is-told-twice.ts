import type { Defect } from '#proof/defect'
import type { AgentEvent } from '@netra/local-stack/backend/conversations/events'
import { payloadOf } from '#damage/frames'

export const defect: Defect = {
  wrong: 'A line that resumes the same conversation a second time is told everything new in it twice',
  reference:
    'Platform contract, 4: then live events without gap or repeat; Each line of a person gets each event once',
  reddens: [{ check: 'LIVE-2.late-device-catches-up', because: /new words twice/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const resumed = new WeakMap<object, string[]>()
    let isLive = false
    const timesResumed = (line: object, frame: object): number => {
      const id = (frame as Partial<AgentEvent>).payload?.thread_id
      return (resumed.get(line) ?? []).filter((threadId) => threadId === id).length
    }
    return {
      backend: {
        frameHandler: (_kit, standard) => async (connection, data, isBinary) => {
          await standard(connection, data, isBinary)
          const { thread_id: id } = payloadOf(data, 'resume') ?? {}
          if (typeof id === 'string') resumed.set(connection, [...(resumed.get(connection) ?? []), id])
        },
        fanOut: (_kit, standard) => ({
          ...standard,
          join: (line) => {
            const send = line.send.bind(line)
            line.send = (frame) => {
              send(frame)
              if (isLive && timesResumed(line, frame) > 1) send(frame)
            }
            return standard.join(line)
          },
          deliver: (userId, frame) => {
            isLive = true
            standard.deliver(userId, frame)
            isLive = false
          },
        }),
      },
    }
  },
}
