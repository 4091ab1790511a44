import { payloadOf } from '#damage/frames'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who asks to stop work and does not say which is refused, and stops what was begun last by anybody',
  reference: 'Platform contract, 4: INVALID_MESSAGE for a field that is missing; CWE-639',
  reddens: [{ check: 'LIVE-5.anothers-work-goes-on', because: /^Bram's work is cancelled/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (kit, standard) => async (connection, data, isBinary) => {
        await standard(connection, data, isBinary)
        const payload = payloadOf(data, 'stop_run')
        if (!payload || payload['run_id']) return
        const last = (await kit.runs.running()).at(-1)
        if (last) await kit.runEngine.cancel(last.id)
      },
    },
  }),
}
