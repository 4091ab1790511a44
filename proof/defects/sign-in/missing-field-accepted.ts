import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What is missing from a registration is made up',
  reference: 'CWE-20; CWE-1188',
  reddens: [{ check: 'AUTH-1.missing-field-refused', because: /200/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      registrationReader: (_kit, standard) => (body) =>
        standard({
          email: `${Date.now()}@example.com`,
          password: 'a password for everybody',
          ...(body as object),
        }),
    },
  }),
}
