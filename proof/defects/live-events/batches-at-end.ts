import type { Defect } from '#proof/defect'
import type { AgentEvent } from '@netra/local-stack/backend/conversations/events'

export const defect: Defect = {
  wrong: 'A story is kept back and told all at once when the work is over',
  reference: 'Former suite, W1: events-buffered-until-end',
  reddens: [{ check: 'LIVE-1.told-as-it-happens', because: /still running when none/ }],
  spares: ['AUTH-4'],
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        const held = new Map<string, object[]>()
        return {
          ...standard,
          deliver: (userId, frame) => {
            const { type, payload } = frame as AgentEvent
            const story = [...(held.get(payload.run_id) ?? []), frame]
            const isLast =
              payload.agent_name === 'supervisor' && (type === 'agent_completed' || type === 'agent_error')
            held.set(payload.run_id, isLast ? [] : story)
            if (isLast) for (const word of story) standard.deliver(userId, word)
          },
        }
      },
    },
  }),
}
