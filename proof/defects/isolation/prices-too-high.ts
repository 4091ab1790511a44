import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: "Everybody's cost is computed with prices that are a tenth too high",
  reference: 'CWE-682; a wrong figure is no leak',
  reddens: [{ check: 'ISO-2.answered-from-own-figures', because: /its cost, \$[\d.]+, is not stated/ }],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) => ({
        ...standard,
        use: (tool, parameters, userId) => standard.use(tool, dearer(parameters), userId),
      }),
    },
  }),
}

function dearer(parameters: object): object {
  const raised = Object.entries(parameters).map(([name, value]) => [
    name,
    name.endsWith('_usd_per_million') ? Number(value) * 1.1 : (value as unknown),
  ])
  return Object.fromEntries(raised) as object
}
