import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The live line takes its token from the address',
  reference: 'RFC 6750, 5.3; CWE-598',
  reddens: [{ check: 'AUTH-5.in-an-address-refused', because: /live line .* is open/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      liveTokenSource: (_kit, standard) => (headers, url) =>
        standard(headers, url) ?? new URL(url, 'http://localhost').searchParams.get('token') ?? undefined,
    },
  }),
}
