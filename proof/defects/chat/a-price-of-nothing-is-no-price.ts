import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A price that is told to be nothing is taken for one that was not told',
  reference: 'Platform contract, 5: where the asker named prices; a zero that counts as false',
  reddens: [{ check: 'CHAT-4.unknown-model-has-no-price', because: /once prices are told/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) => ({
        ...standard,
        use: (tool, parameters, userId) => {
          const isTold = ([name, value]: [string, unknown]): boolean =>
            !(name.endsWith('_usd_per_million') && value === 0)
          return standard.use(tool, Object.fromEntries(Object.entries(parameters).filter(isTold)), userId)
        },
      }),
    },
  }),
}
