import type { Defect } from '#proof/defect'
import { isLast, telling } from '#damage/telling'

export const defect: Defect = {
  wrong: 'Work that was stopped is told of after its end',
  reference: 'Platform contract, 4: nothing follows the terminal event',
  reddens: [{ check: 'CHAT-3.stopped-stays-stopped', because: /afterwards #\d+ agent_thinking/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      publisher: (_kit, standard) =>
        telling(standard, async (word, tell) => {
          const told = await tell(word)
          const isStopped = isLast(word) && word.details['error_code'] === 'RUN_CANCELLED'
          if (isStopped)
            await tell({
              ...word,
              type: 'agent_thinking',
              details: { reasoning: 'One more thing.', step_number: 9 },
              also: undefined,
            })
          return told
        }),
    },
  }),
}
