import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The way back leads wherever the address says',
  reference: 'RFC 9700, 4.11; CWE-601',
  reddens: [{ check: 'AUTH-2.way-back-stays-home', because: /30[23]|200/ }],
  spares: ['AUTH-4'],
  plant: () => ({ auth: { handover: (_kit, standard) => ({ ...standard, admits: () => true }) } }),
}
