import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'An unknown address is refused at once, a known one only after hashing',
  reference: 'OWASP ASVS 5.0, 6.3.8; CWE-208',
  reddens: [{ check: 'AUTH-5.refusals-take-alike', because: /known .* ms, unknown .* ms/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      passwords: (_kit, standard) => ({
        ...standard,
        verify: async (password, stored) => stored !== undefined && standard.verify(password, stored),
      }),
    },
  }),
}
