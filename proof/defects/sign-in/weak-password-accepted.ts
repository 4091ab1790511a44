import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Any password will do',
  reference: 'OWASP ASVS 5.0, 6.2.1; CWE-521',
  reddens: [{ check: 'AUTH-1.weak-password-refused', because: /200/ }],
  spares: ['AUTH-4'],
  plant: () => ({ auth: { passwordRule: () => () => undefined } }),
}
