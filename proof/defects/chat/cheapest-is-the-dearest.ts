import type { Defect } from '#proof/defect'
import { computing } from '#damage/tools'

export const defect: Defect = {
  wrong: 'Where nothing costs less, the comparison calls the dearest model the cheapest',
  reference: 'Platform contract, 5: cheapest, saving_usd_per_month: 0 where nothing costs less',
  reddens: [
    {
      check: 'ALWAYS.tools-compute-by-the-list',
      breaks: ['tools.model-comparison'],
      because: /model_comparison gives cheapest: claude-sonnet for gpt-4o-mini/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) =>
        computing(standard, 'model_comparison', (result) =>
          result['saving_usd_per_month'] === 0 ? { ...result, cheapest: 'claude-sonnet' } : result,
        ),
    },
  }),
}
