import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Passes whose time is over are good everywhere',
  reference: 'Seed laboratory; RFC 7519, 4.1.4',
  reddens: [
    { check: 'AUTH-3.expired-opens-nothing', because: /is open/ },
    { check: 'AUTH-3.expired-opens-no-line', because: /is open/ },
    { check: 'AUTH-5.expired-refused', because: /is open/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      tokenRules: (_kit, rules) => ({ ...rules, clockTolerance: '10 years' }),
      tokenVerifier: (_kit, standard) => async (token, kind) => {
        const claims = await standard(token, kind)
        return { ...claims, exp: Math.max(claims.exp, Math.floor(Date.now() / 1000) + 900) }
      },
    },
  }),
}
