import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Who withholds consent lands on the home page, without a word',
  reference: 'RFC 6749, 4.1.2.1',
  reddens: [{ check: 'AUTH-2.withheld-consent-signs-nobody-in', because: /^\/$/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: ({ 'auth-service': { frontendUrl } }) => ({
    auth: {
      handover: (_kit, standard) => ({
        ...standard,
        withError: (error) => (error === 'access_denied' ? frontendUrl : standard.withError(error)),
      }),
    },
  }),
}
