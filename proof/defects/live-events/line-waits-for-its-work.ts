import type { Defect } from '#proof/defect'
import { setTimeout as pause } from 'node:timers/promises'
import { payloadOf } from '#damage/frames'

export const defect: Defect = {
  wrong: 'A ping, a resume and a renewal are taken only when the work on what was asked on that line is over',
  reference:
    'Platform contract, 4: `pong`, `reauthenticated`, After `resume` come all events, then `replay_complete`, then live events. Work that is waited for where frames are read',
  reddens: [{ check: 'LIVE-1.told-as-it-happens', because: /no ping was answered until it was over/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => {
    const works = new WeakMap<object, string>()
    return {
      backend: {
        fanOut: (_kit, standard) => ({
          ...standard,
          join: (line) => {
            const send = line.send.bind(line)
            line.send = (frame) => {
              const { type, payload } = frame as { type?: string; payload?: { run_id?: string } }
              if (type === 'message_accepted' && payload?.run_id) works.set(line, payload.run_id)
              send(frame)
            }
            return standard.join(line)
          },
        }),
        frameHandler:
          ({ runs }, standard) =>
          async (connection, data, isBinary) => {
            const work = works.get(connection)
            const isUrgent = payloadOf(data, 'user_message') ?? payloadOf(data, 'stop_run')
            if (work === undefined || isUrgent) return standard(connection, data, isBinary)
            const later = async (): Promise<void> => {
              while ((await runs.byId(work))?.status === 'running') await pause(50)
              await standard(connection, data, isBinary)
            }
            void later().catch(() => undefined)
          },
      },
    }
  },
}
