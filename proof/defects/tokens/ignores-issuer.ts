import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A token that somebody else has issued is accepted',
  reference: 'RFC 8725, 3.8',
  reddens: [{ check: 'AUTH-5.wrong-issuer-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({ auth: { tokenRules: (_kit, { issuer: _any, ...others }) => others } }),
}
