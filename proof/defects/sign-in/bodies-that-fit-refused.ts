import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Bodies of more than 40 KB are refused as too large',
  reference: 'Platform contract, 2: one over 50 KB is 413; CWE-770',
  reddens: [
    {
      check: 'AUTH-5.too-much-is-refused',
      breaks: ['auth.body-size'],
      because: /as much as may be at POST \/auth\/login: 413/,
    },
  ],
  spares: ['AUTH-4'],
  wire: () => ({
    instead: ({ service, headers }) =>
      service === 'auth' && Number(headers['content-length'] ?? 0) > 40 * 1024
        ? {
            status: 413,
            headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
            body: '{"detail":"Too large"}',
          }
        : undefined,
  }),
}
