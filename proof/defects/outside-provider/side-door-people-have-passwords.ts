import type { Defect } from '#proof/defect'
import { sayingOtherwise } from '#damage/bodies'

export const defect: Defect = {
  wrong: 'Whoever came by the side door is said to have come by a password',
  reference: 'Platform contract, 2: auth_provider is password, google or simulation',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['auth.provider-named'],
      because: /account was opened by simulation, and it is said to be of password/,
      inside: 'AUTH-2',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'the bystander of every scenario may have come by the side door',
  wire: () =>
    sayingOtherwise('GET /auth/me', (body) => ({
      ...body,
      auth_provider: body['auth_provider'] === 'simulation' ? 'password' : body['auth_provider'],
    })),
}
