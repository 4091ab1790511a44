import type { Defect } from '#proof/defect'

function inQuery(url: string): string | undefined {
  const { searchParams } = new URL(url, 'http://localhost')
  return searchParams.get('token') ?? undefined
}

export const defect: Defect = {
  wrong: 'A token in an address opens doors, where every log keeps it',
  reference: 'RFC 6750, 5.3; CWE-598',
  reddens: [{ check: 'AUTH-5.in-an-address-refused', because: /is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    auth: { tokenSource: (_kit, standard) => (headers, url) => standard(headers, url) ?? inQuery(url) },
    backend: { tokenSource: (_kit, standard) => (headers, url) => standard(headers, url) ?? inQuery(url) },
  }),
}
