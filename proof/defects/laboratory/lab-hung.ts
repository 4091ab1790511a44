import type { Defect } from '#proof/defect'
import { telling, untold } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Work says five things and is never heard of again',
  reference: 'Seed laboratory: hung',
  reddens: [
    {
      check: 'LIVE-1.whole-story-in-order',
      breaks: ['events.terminal'],
      because: /the next word of .* run: gave up after 20/,
    },
    { check: 'CHAT-2.agents-work-together', because: /gave up after 20/ },
  ],
  verdict: 'failed',
  sparesNothing: 'a bystander asks for work in every scenario, and is never answered',
  plant: () => ({
    backend: {
      publisher: (_kit, standard) => {
        const said = new Map<string, number>()
        return telling(standard, (word, tell) => {
          const number = (said.get(word.run.id) ?? 0) + 1
          said.set(word.run.id, number)
          // Whoever stops it is told so: the bystander of every scenario does.
          return number > 5 && word.details['error_code'] !== 'RUN_CANCELLED' ? untold(word) : tell(word)
        })
      },
    },
  }),
}
