import type { Defect } from '#proof/defect'
import { sayingOtherwise } from '#damage/bodies'

export const defect: Defect = {
  wrong: 'Validation says that a token ends years later than it does',
  reference: 'RFC 7662, 2.2; CWE-613',
  reddens: [{ check: 'AUTH-3.what-is-said-of-a-pass-is-true', because: /validation says/ }],
  sparesNothing: 'every scenario compares what is told with what was done',
  wire: () =>
    sayingOtherwise('POST /auth/validate', (body) => ({
      ...body,
      ...(body['valid'] === true ? { expires_at: '2036-01-01T00:00:00.000Z' } : {}),
    })),
}
