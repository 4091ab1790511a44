import type { Defect } from '#proof/defect'
export const defect: Defect = {
  wrong: 'The failures at an address are counted on although its owner has got in',
  reference: 'Platform contract, 2: nobody’s login but the owner’s own ends the count',
  reddens: [{ check: 'AUTH-5.nobody-else-is-slowed', because: /who has got in, failing after that: 429/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    auth: { loginThrottle: (_kit, standard) => ({ ...standard, succeeded: () => Promise.resolve() }) },
  }),
}
