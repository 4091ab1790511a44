import type { Defect } from '#proof/defect'
import { computing } from '#damage/tools'

export const defect: Defect = {
  wrong: 'The comparison looks at half of the models',
  reference: 'Platform contract, 5: what the tools compute',
  reddens: [
    {
      check: 'ALWAYS.tools-compute-by-the-list',
      breaks: ['tools.model-comparison'],
      because: /not the 5 alternatives/,
      inside: 'CHAT-1',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) =>
        computing(standard, 'model_comparison', (result) => ({
          ...result,
          alternatives: (result['alternatives'] as object[]).slice(2),
        })),
    },
  }),
}
