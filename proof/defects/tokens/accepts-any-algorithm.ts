import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The token itself chooses the algorithm by which it is verified',
  reference: 'RFC 8725, 3.1; CWE-757',
  reddens: [{ check: 'AUTH-5.foreign-algorithm-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      tokenRules: (_kit, { algorithms: _any, ...others }) => others,
    },
  }),
}
