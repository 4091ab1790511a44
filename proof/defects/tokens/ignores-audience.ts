import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A token that was meant for another service is accepted',
  reference: 'RFC 8725, 3.9; OWASP ASVS 5.0, 9.2.3',
  reddens: [{ check: 'AUTH-5.wrong-audience-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({ auth: { tokenRules: (_kit, { audience: _any, ...others }) => others } }),
}
