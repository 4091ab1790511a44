import type { Defect } from '#proof/defect'
import { nameOf } from '#damage/bodies'

export const defect: Defect = {
  wrong: 'Asked about no token at all, validation says that it is no good',
  reference: 'RFC 9110, 15.5.21',
  reddens: [{ check: 'AUTH-3.nothing-to-look-at-refused', because: /to look at nothing: 200/ }],
  spares: ['CHAT-2'],
  wire: () => ({
    answer: (answer, request) =>
      nameOf(request) === 'POST /auth/validate' && answer.status === 422
        ? {
            ...answer,
            status: 200,
            body: JSON.stringify({ valid: false, error: 'invalid_token', message: 'Token is not valid' }),
          }
        : answer,
  }),
}
