import type { Defect } from '#proof/defect'
import type { AgentEvent } from '@netra/local-stack/backend/conversations/events'

export const defect: Defect = {
  wrong: 'What is told is named by its number: in every conversation by the same names',
  reference: 'Platform contract, 4: event_id (unique)',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      inside: 'LIVE-4',
      breaks: ['events.numbered'],
      because: /the name of an event of another run/,
    },
  ],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => {
    const named = (event: AgentEvent): AgentEvent => ({ ...event, event_id: `evt_${event.sequence}` })
    return {
      backend: {
        events: (_kit, standard) => ({
          append: async (...given) => {
            const event = await standard.append(...given)
            return event && named(event)
          },
          ofThread: async (id, after) => (await standard.ofThread(id, after)).map(named),
          ofRun: async (id, after) => (await standard.ofRun(id, after)).map(named),
        }),
      },
    }
  },
}
