import type { Defect } from '#proof/defect'
import { answering } from '#damage/wire'

export const defect: Defect = {
  wrong: 'Everybody is called a member in her profile',
  reference: 'Platform contract, 3: name of the token’s own person',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      because: /name is "\w+ .* it is "Member"/,
      inside: 'AUTH-5',
    },
  ],
  verdict: 'failed',
  sparesNothing: 'In every scenario a person looks at what she has',
  wire: () =>
    answering(
      ({ path }) => path === '/api/v1/user/profile',
      (body) => ('name' in body ? { ...body, name: 'Member' } : body),
    ),
}
