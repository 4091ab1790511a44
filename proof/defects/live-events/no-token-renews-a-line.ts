import { payloadOf } from '#damage/frames'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A line whose owner shows something that is no pass at all is told that it goes on',
  reference:
    'Platform contract, 4: INVALID_MESSAGE for a field that is missing, null or of another type; CWE-287',
  reddens: [
    {
      check: 'LIVE-5.each-fault-has-its-error',
      breaks: ['line.missing-field'],
      because: /^reauthenticate with token 7: no error, not one INVALID_MESSAGE or AUTH_FAILED/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      frameHandler: (kit, standard) => async (connection, data, isBinary) => {
        const token = payloadOf(data, 'reauthenticate')?.['token']
        if (typeof token !== 'number') return standard(connection, data, isBinary)
        const expires_at = new Date(kit.clock.now().getTime() + 600_000).toISOString()
        connection.send({ type: 'reauthenticated', payload: { expires_at } })
      },
    },
  }),
}
