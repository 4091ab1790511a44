import type { Defect } from '#proof/defect'
import { telling, untold, type Word } from '#damage/telling'

export const defect: Defect = {
  wrong: 'A tool is told to have ended before it is told to have begun',
  reference: 'Platform contract, 4: order within a run',
  reddens: [
    {
      check: 'LIVE-1.whole-story-in-order',
      breaks: ['events.tools-paired'],
      because: /completes a tool that was not executing/,
    },
  ],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) => {
        const begun = new Map<unknown, Word>()
        return telling(standard, async (word, tell) => {
          const call = word.details['tool_call_id']
          if (word.type === 'tool_executing') begun.set(call, word)
          if (word.type === 'tool_executing') return untold(word)
          const told = await tell(word)
          const late = word.type === 'tool_completed' ? begun.get(call) : undefined
          if (late) await tell(late)
          return told
        })
      },
    },
  }),
}
