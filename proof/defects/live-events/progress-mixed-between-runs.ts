import type { Defect } from '#proof/defect'
import type { AgentEvent } from '@netra/local-stack/backend/conversations/events'

export const defect: Defect = {
  wrong: 'Of two works at once, one tells the progress of the other',
  reference: 'Former suite, W3: progress-mixed-between-runs',
  reddens: [{ check: 'LIVE-3.each-tells-its-own', because: /in the wrong one: #/ }],
  sparesNothing: 'what was told of every work is read at the end of each',
  plant: () => ({
    backend: {
      fanOut: (_kit, standard) => {
        const running = new Map<string, string[]>()
        return {
          ...standard,
          deliver: (userId, frame) => {
            const event = frame as AgentEvent
            const { run_id: run, agent_name: agent } = event.payload
            const others = (running.get(userId) ?? []).filter((id) => id !== run)
            const isOver = agent === 'supervisor' && ['agent_completed', 'agent_error'].includes(event.type)
            running.set(userId, isOver ? others : [...others, run])
            const isMixedUp = event.type === 'progress_update' && others[0] !== undefined
            standard.deliver(
              userId,
              isMixedUp ? { ...event, payload: { ...event.payload, run_id: others[0] } } : event,
            )
          },
        }
      },
    },
  }),
}
