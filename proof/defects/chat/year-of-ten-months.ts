import type { Defect } from '#proof/defect'
import { computing } from '#damage/tools'

export const defect: Defect = {
  wrong: "A year's cost is that of ten months",
  reference: 'Platform contract, 5: what the tools compute',
  reddens: [
    {
      check: 'ALWAYS.tools-compute-by-the-list',
      breaks: ['tools.cost-calculator'],
      because: /cost_usd_per_year/,
      inside: 'CHAT-1',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) =>
        computing(standard, 'cost_calculator', (result) => ({
          ...result,
          cost_usd_per_year: Number(result['cost_usd_per_month']) * 10,
        })),
    },
  }),
}
