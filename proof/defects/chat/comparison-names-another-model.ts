import type { Defect } from '#proof/defect'
import { computing } from '#damage/tools'

export const defect: Defect = {
  wrong: 'The comparison names the dearest model as the cheapest',
  reference: 'Platform contract, 5: what the tools compute',
  reddens: [
    {
      check: 'ALWAYS.tools-compute-by-the-list',
      breaks: ['tools.model-comparison'],
      because: /cheapest: claude-sonnet/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) =>
        computing(standard, 'model_comparison', (result) => ({ ...result, cheapest: 'claude-sonnet' })),
    },
  }),
}
