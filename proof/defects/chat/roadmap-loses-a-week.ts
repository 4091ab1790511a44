import type { Defect } from '#proof/defect'
import { computing } from '#damage/tools'

export const defect: Defect = {
  wrong: 'Steps of a plan begin a week before the one before has ended',
  reference: 'Platform contract, 5: what the tools compute',
  reddens: [
    {
      check: 'ALWAYS.tools-compute-by-the-list',
      breaks: ['tools.roadmap-builder'],
      because: /roadmap_builder gives/,
      inside: 'CHAT-5',
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) =>
        computing(standard, 'roadmap_builder', (result) => ({
          ...result,
          milestones: (result['milestones'] as { from_week: number }[]).map((step) => ({
            ...step,
            from_week: Math.max(1, step.from_week - 1),
          })),
        })),
    },
  }),
}
