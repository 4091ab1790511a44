import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The pass of a closed account goes on opening doors',
  reference: 'OWASP ASVS 5.0, 7.4.2; CWE-613',
  reddens: [{ check: 'AUTH-5.closed-account-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: { accounts: (_kit, standard) => ({ ...standard, remove: () => Promise.resolve() }) },
  }),
}
