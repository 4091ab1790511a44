import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whatever provider is named, one is sent to the one that there is',
  reference: 'Platform contract, 2: 400 for another provider',
  reddens: [{ check: 'AUTH-2.other-provider-refused', because: /302/ }],
  spares: ['AUTH-4'],
  plant: () => ({ auth: { knowsProvider: () => () => true } }),
}
