import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Guessing is never slowed',
  reference: 'OWASP ASVS 5.0, 6.3.1; CWE-307',
  reddens: [{ check: 'AUTH-5.guessing-is-slowed', because: /30 times 401/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: { loginThrottle: (_kit, standard) => ({ ...standard, admit: () => Promise.resolve() }) },
  }),
}
