import type { Defect } from '#proof/defect'
import { computing } from '#damage/tools'

export const defect: Defect = {
  wrong: 'The comparison finds a saving that there is not',
  reference: 'Platform contract, 5: what the tools compute',
  reddens: [
    {
      check: 'ALWAYS.tools-compute-by-the-list',
      breaks: ['tools.model-comparison'],
      because: /saving_usd_per_month/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) =>
        computing(standard, 'model_comparison', (result) => ({
          ...result,
          saving_usd_per_month: 10 * Number(result['saving_usd_per_month']),
        })),
    },
  }),
}
