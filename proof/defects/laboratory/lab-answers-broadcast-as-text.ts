import type { Defect } from '#proof/defect'
import { answerIn, overheard } from '#damage/fan-out'

export const defect: Defect = {
  wrong: 'Answers go to everybody',
  reference: 'Seed laboratory: answers broadcast to everybody as plain response text',
  reddens: [{ check: 'ALWAYS.nothing-foreign-shows', because: /was shown/, inside: 'LIVE-4' }],
  verdict: 'isolation-violated',
  sparesNothing: 'whoever listens while a bystander asks is told of it, in every scenario',
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) =>
        overheard(standard, (frame, others, owner) => {
          owner(frame)
          if (answerIn(frame) !== undefined) others(frame)
        }),
    },
  }),
}
