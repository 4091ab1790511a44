import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of all routes, that of a run takes its token from the address',
  reference: 'RFC 6750, 5.3; CWE-598',
  reddens: [{ check: 'AUTH-5.in-an-address-refused', because: /GET \/api\/runs\/\{id\} is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      tokenSource: (_kit, standard) => (headers, url) => {
        const { pathname, searchParams } = new URL(url, 'http://localhost')
        const shown = pathname.startsWith('/api/runs/') ? searchParams.get('api_key') : undefined
        return standard(headers, url) ?? shown ?? undefined
      },
    },
  }),
}
