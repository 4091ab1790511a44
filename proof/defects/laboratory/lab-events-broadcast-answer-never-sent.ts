import type { Defect } from '#proof/defect'
import { answerIn, overheard } from '#damage/fan-out'

export const defect: Defect = {
  wrong: 'Everybody is told all about the work, and nobody its answer',
  reference: 'Seed laboratory: broadcast of events, answer never sent',
  reddens: [
    { check: 'ALWAYS.nothing-foreign-shows', because: /was shown/, inside: 'LIVE-4' },
    { check: 'LIVE-1.whole-story-in-order', because: /the next word of Asha's run: gave up .*heartbeat/ },
  ],
  verdict: 'isolation-violated',
  sparesNothing: 'whoever listens while a bystander asks is told of it, in every scenario',
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) =>
        overheard(standard, (frame, others, owner) => {
          if (answerIn(frame) !== undefined) return
          owner(frame)
          others(frame)
        }),
    },
  }),
}
