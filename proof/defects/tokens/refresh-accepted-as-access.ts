import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A refresh token opens doors',
  reference: 'RFC 8725, 3.11; OWASP ASVS 5.0, 9.2.2',
  reddens: [
    { check: 'AUTH-5.wrong-kind-refused', because: /is open/ },
    { check: 'AUTH-3.refresh-does-not-enter', because: /is open/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      tokenVerifier: (_kit, standard) => (token, kind) =>
        standard(token, kind).catch(() => standard(token, 'refresh')),
    },
  }),
}
