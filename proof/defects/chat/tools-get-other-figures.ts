import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Tools are told to have computed on the right figures, and have computed on others',
  reference: 'CWE-687; platform contract, 5',
  reddens: [{ check: 'CHAT-2.tools-compute-rightly', because: /cost_calculator: / }],
  verdict: 'failed',
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) => ({
        ...standard,
        use: (tool, parameters, userId) =>
          standard.use(
            tool,
            'requests_per_month' in parameters ? { ...parameters, requests_per_month: 77_000 } : parameters,
            userId,
          ),
      }),
    },
  }),
}
