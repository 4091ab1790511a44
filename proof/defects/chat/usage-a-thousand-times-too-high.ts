import type { Defect } from '#proof/defect'
import { computing } from '#damage/tools'

export const defect: Defect = {
  wrong: 'What a workload uses is a thousand times too high',
  reference: 'Platform contract, 5: what the tools compute',
  reddens: [
    {
      check: 'ALWAYS.tools-compute-by-the-list',
      breaks: ['tools.usage-profile'],
      because: /tokens_per_month/,
      inside: 'CHAT-2',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) =>
        computing(standard, 'usage_profile', (result) => ({
          ...result,
          tokens_per_month: 1_000 * Number(result['tokens_per_month']),
        })),
    },
  }),
}
