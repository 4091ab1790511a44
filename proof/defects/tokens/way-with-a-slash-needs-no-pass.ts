import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The list, asked for with a slash after it, takes no pass',
  reference: 'CWE-289; CWE-41',
  reddens: [{ check: 'AUTH-5.no-pass-refused', because: /GET .*\/api\/threads\/ is open/ }],
  spares: ['AUTH-4'],

  wire: () => ({
    instead: ({ service, path, method }) =>
      service === 'backend' && method === 'GET' && /^\/+api\/threads\/(\?|$)/.test(path)
        ? {
            status: 200,
            headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
            body: JSON.stringify({ threads: [], total: 0, limit: 20, offset: 0 }),
          }
        : undefined,
  }),
}
