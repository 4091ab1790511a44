import type { Defect } from '#proof/defect'
import { isReadable } from '#damage/frames'

export const defect: Defect = {
  wrong: 'Who says on the line whose the work is may stop it',
  reference: 'OWASP API 2023, API3; CWE-915',
  reddens: [{ check: 'ISO-4.foreign-answered-as-unknown', because: /\(stop_run with \{"user_id"/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (kit, standard) => async (connection, data, isBinary) => {
        const { type, payload } = (isReadable(data) ? JSON.parse(data) : {}) as Frame
        const run = payload?.run_id ? await kit.runs.byId(payload.run_id) : undefined
        if (type !== 'stop_run' || !run || run.userId !== payload?.user_id)
          return standard(connection, data, isBinary)
        await kit.runEngine.cancel(run.id)
      },
    },
  }),
}

interface Frame {
  readonly type?: string
  readonly payload?: { readonly run_id?: string; readonly user_id?: string }
}
