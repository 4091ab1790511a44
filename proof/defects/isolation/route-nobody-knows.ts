import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "There is a way to everybody's conversations of which the contract says nothing",
  reference: 'OWASP API 2023, API9',
  reddens: [{ check: 'ISO-4.no-address-left-out', because: /GET \/api\/export is not known here/ }],
  verdict: 'failed',
  spares: ['LIVE-1'],
  wire: () => ({
    answer: (answer, { path }) => {
      if (!path.startsWith('/openapi.json')) return answer
      const document = JSON.parse(answer.body) as { paths: object }
      const paths = { ...document.paths, '/api/export': { get: {} } }
      return { ...answer, body: JSON.stringify({ ...document, paths }) }
    },
  }),
}
