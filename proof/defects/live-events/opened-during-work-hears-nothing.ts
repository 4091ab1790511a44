import type { Defect } from '#proof/defect'
import type { AgentEvent } from '@netra/local-stack/backend/conversations/events'
import { payloadOf } from '#damage/frames'

export const defect: Defect = {
  wrong: 'A line that is opened while work is going on hears nothing of it unless it resumes',
  reference: 'Platform contract, 4: Each line of a person gets each event once, in order',
  reddens: [{ check: 'ALWAYS.no-unclaimed-fault', inside: 'LIVE-2', because: /was not told #/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const begun = new Map<string, number>()
    const resumed = new WeakSet<object>()
    let moment = 0
    let isLive = false
    return {
      backend: {
        runEngine: (_kit, standard) => ({
          ...standard,
          begin: (run, question) => {
            begun.set(run.id, (moment += 1))
            standard.begin(run, question)
          },
        }),
        frameHandler: (_kit, standard) => (connection, data, isBinary) => {
          if (payloadOf(data, 'resume')) resumed.add(connection)
          return standard(connection, data, isBinary)
        },
        fanOut: (_kit, standard) => ({
          ...standard,
          join: (line) => {
            const opened = (moment += 1)
            const send = line.send.bind(line)
            line.send = (frame) => {
              const id = (frame as Partial<AgentEvent>).payload?.run_id ?? ''
              const isLate = isLive && (begun.get(id) ?? opened) < opened
              if (!isLate || resumed.has(line)) send(frame)
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
