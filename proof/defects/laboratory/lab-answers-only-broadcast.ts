import type { Defect } from '#proof/defect'
import { answerIn, overheard } from '#damage/fan-out'

export const defect: Defect = {
  wrong: 'Answers go to everybody, in a field where nobody looks for them',
  reference: 'Seed laboratory: answers delivered only as broadcast, in a data field',
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
          const answer = answerIn(frame)
          if (answer === undefined) return owner(frame)
          const news = { type: 'heartbeat', payload: { server_time: new Date().toISOString(), data: answer } }
          owner(news)
          others(news)
        }),
    },
  }),
}
