import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A known address is refused after a second look, which takes as long again',
  reference: 'OWASP ASVS 5.0, 6.3.8; CWE-208',
  reddens: [{ check: 'AUTH-5.refusals-take-alike', because: /known .* ms, unknown .* ms/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      passwords: (_kit, standard) => ({
        ...standard,
        verify: async (password, stored) => {
          const matches = await standard.verify(password, stored)
          for (let again = 0; stored !== undefined && again < 2; again++)
            await standard.verify(password, stored)
          return matches
        },
      }),
    },
  }),
}
