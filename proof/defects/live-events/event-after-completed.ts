import type { Defect } from '#proof/defect'
import { isLast, telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Something is told of work that has ended',
  reference: 'Platform contract, 4: nothing follows the terminal event',
  reddens: [
    {
      check: 'LIVE-1.whole-story-in-order',
      breaks: ['events.terminal'],
      because: /agent_thinking of reporting comes after the end/,
    },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, async (word, tell) => {
          const told = await tell(word)
          const afterthought = { reasoning: 'On second thoughts …', step_number: 1 }
          if (isLast(word))
            await tell({
              ...word,
              type: 'agent_thinking',
              agent: 'reporting',
              details: afterthought,
              also: undefined,
            })
          return told
        }),
    },
  }),
}
