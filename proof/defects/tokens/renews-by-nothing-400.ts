import type { Defect } from '#proof/defect'
import { nameOf } from '#damage/bodies'

export const defect: Defect = {
  wrong: 'A renewal by nothing is answered 400',
  reference: 'Platform contract, section 2: 422 for a missing field',
  reddens: [{ check: 'AUTH-3.nothing-to-look-at-refused', because: /to renew by nothing: 400/ }],
  spares: ['CHAT-2'],
  wire: () => ({
    answer: (answer, request) =>
      nameOf(request) === 'POST /auth/refresh' && answer.status === 422 ? { ...answer, status: 400 } : answer,
  }),
}
