import type { Defect } from '#proof/defect'
import { ThreadGone } from '@netra/local-stack/backend/conversations/publisher'
import { telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'After a restart in the middle of work nobody hears of that work again',
  reference: 'Platform contract, 4: runs cut off by a restart end as failed',
  reddens: [{ check: 'CHAT-5.all-parts-are-there', because: /next word of .* run: gave up after 20/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, (word, tell) => {
          // Whoever was at work is gone, and what is on record still says that the work goes on.
          if (String(word.details['message']).startsWith('Part 3 of 6')) throw new ThreadGone()
          return tell(word)
        }),
    },
  }),
}
