import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The end of a token is not looked at',
  reference: 'RFC 7519, 4.1.4; CWE-613',
  reddens: [
    { check: 'AUTH-5.expired-refused', because: /is open/ },
    { check: 'AUTH-3.forged-renewals-refused', because: /whose time is over: 200/ },
  ],
  spares: ['AUTH-4'],
  plant: () => ({ auth: { tokenRules: (_kit, rules) => ({ ...rules, clockTolerance: '10 years' }) } }),
}
