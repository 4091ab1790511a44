import type { Defect } from '#proof/defect'
import { sayingOtherwise } from '#damage/bodies'

export const defect: Defect = {
  wrong: 'Validation grants a right that the token does not',
  reference: 'OWASP ASVS 5.0, 8.2.1; CWE-863',
  reddens: [{ check: 'AUTH-3.what-is-said-of-a-pass-is-true', because: /validation says/ }],
  sparesNothing: 'every scenario compares what is told with what was done',
  wire: () =>
    sayingOtherwise('POST /auth/validate', (body) => ({
      ...body,
      ...(body['valid'] === true ? { permissions: ['read', 'write', 'chat', 'admin'] } : {}),
    })),
}
