import type { Defect } from '#proof/defect'
import { isLast, telling, untold, type Word } from '#damage/telling'

const BEGUN_LATE = /#1 agent_thinking of supervisor comes before the supervisor starts/

export const defect: Defect = {
  wrong: 'Work begins near its end, and tools end before they begin',
  reference: 'Seed laboratory: events out of order',
  reddens: [
    { check: 'LIVE-1.whole-story-in-order', breaks: ['events.tools-paired'], because: BEGUN_LATE },
    { check: 'ALWAYS.runs-keep-the-order', because: BEGUN_LATE, inside: 'CHAT-2' },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) => {
        const held = new Map<string, Word>()
        return telling(standard, async (word, tell) => {
          const { type, agent, run, details } = word
          const isStart = type === 'agent_started' && agent === 'supervisor'
          const isCall = type === 'tool_executing'
          if (isStart || isCall) held.set(isCall ? String(details['tool_call_id']) : run.id, word)
          if (isStart || isCall) return untold(word)
          const late = held.get(isLast(word) ? run.id : String(details['tool_call_id']))
          if (late && isLast(word)) await tell(late)
          const told = await tell(word)
          if (late && !isLast(word)) await tell(late)
          return told
        })
      },
    },
  }),
}
