import type { Defect } from '#proof/defect'
import { isReadable, payloadOf } from '#damage/frames'

export const defect: Defect = {
  wrong:
    'A renewal whose token is missing, null or of another type is taken for a bad token: AUTH_FAILED, and the line is closed',
  reference:
    'Platform contract, 4: `INVALID_MESSAGE` for a field that is missing, null or of another type: the line stays open',
  reddens: [
    { check: 'LIVE-5.each-fault-has-its-error', because: /reauthenticate without token: AUTH_FAILED/ },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      frameHandler: (_kit, standard) => async (connection, data, isBinary) => {
        const token = payloadOf(data, 'reauthenticate')?.['token']
        const isRenewal = isReadable(data) && /"type": *"reauthenticate"/.test(data)
        const isWhole = typeof token === 'string' && token !== ''
        if (!isRenewal || isWhole) return standard(connection, data, isBinary)
        const error_message = 'This session does not belong here'
        connection.send({ type: 'error_message', error_code: 'AUTH_FAILED', error_message, payload: {} })
        connection.close(1008, 'authentication failed')
      },
    },
  }),
}
