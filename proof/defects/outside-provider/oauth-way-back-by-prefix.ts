import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The way back is recognised by how it begins',
  reference: 'RFC 9700, 4.1.1; CWE-601',
  reddens: [{ check: 'AUTH-2.way-back-stays-home', because: /30[23]|200/ }],
  spares: ['AUTH-4'],
  plant: ({ 'auth-service': { frontendUrl } }) => ({
    auth: {
      handover: (_kit, standard) => ({ ...standard, admits: (address) => address.startsWith(frontendUrl) }),
    },
  }),
}
