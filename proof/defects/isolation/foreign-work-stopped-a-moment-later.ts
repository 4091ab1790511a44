import { payloadOf } from '#damage/frames'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "To stop another's work on a line is refused, and done half a second later",
  reference: 'OWASP API 2023, API1; CWE-639; CWE-367',
  reddens: [{ check: 'LIVE-5.anothers-work-goes-on', because: /^Bram's work is cancelled/ }],
  verdict: 'isolation-violated',
  spares: ['CHAT-3'],
  plant: () => ({
    backend: {
      frameHandler: (kit, standard) => async (connection, data, isBinary) => {
        await standard(connection, data, isBinary)
        const runId = payloadOf(data, 'stop_run')?.['run_id']
        if (typeof runId === 'string') setTimeout(() => void kit.runEngine.cancel(runId), 500)
      },
    },
  }),
}
