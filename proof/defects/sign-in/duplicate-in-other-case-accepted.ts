import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'One address in two spellings makes two people',
  reference: 'RFC 5321, 2.4, as every provider reads it; CWE-178',
  reddens: [{ check: 'AUTH-1.address-taken-in-any-spelling', because: /200/ }],
  spares: ['AUTH-4'],
  plant: () => ({ auth: { addressKey: () => (email) => email } }),
}
