import type { Defect } from '#proof/defect'
import { overheard } from '#damage/fan-out'

export const defect: Defect = {
  wrong: 'Every event goes to everybody who is connected',
  reference: 'CWE-200; CWE-488',
  reddens: [
    {
      check: 'ALWAYS.nothing-foreign-shows',
      because: /Noor was shown "[^"]+", which is Asha's/,
      inside: 'AUTH-2',
    },
  ],
  verdict: 'isolation-violated',
  sparesNothing: 'whoever listens while a bystander asks is told of it, in every scenario',
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) =>
        overheard(standard, (frame, others, owner) => {
          owner(frame)
          others(frame)
        }),
    },
  }),
}
