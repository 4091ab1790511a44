import type { Defect } from '#proof/defect'
import { computing } from '#damage/tools'

export const defect: Defect = {
  wrong: 'Costs are told in whole dollars',
  reference: 'Platform contract, 5: money to the cent',
  reddens: [
    {
      check: 'ALWAYS.tools-compute-by-the-list',
      breaks: ['tools.to-the-cent'],
      because: /cost_usd_per_month/,
      inside: 'CHAT-1',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) =>
        computing(standard, 'cost_calculator', (result) => {
          const monthly = Math.round(Number(result['cost_usd_per_month']))
          return { ...result, cost_usd_per_month: monthly, cost_usd_per_year: 12 * monthly }
        }),
    },
  }),
}
