import type { AgentEvent } from '@netra/local-stack/backend/conversations/events'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'What is told of work is kept in the memory of the backend alone',
  reference: 'Platform contract, 4: History is durable',
  reddens: [
    {
      check: 'LIVE-2.nothing-lost-at-restart',
      breaks: ['events.durable'],
      because: /what was told of it: \{"events":\[\]\}/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      events: (kit, standard) => {
        const kept: AgentEvent[] = []
        const read = (matches: (event: AgentEvent) => boolean): Promise<AgentEvent[]> =>
          Promise.resolve(kept.filter(matches))
        return {
          append: async (run, type, payload, also) => {
            const event = await standard.append(run, type, payload, also)
            if (!event) return event
            kept.push(event)
            await kit.database`delete from events where event_id = ${event.event_id}`
            return event
          },
          ofThread: (id, after) => read((event) => event.payload.thread_id === id && event.sequence > after),
          ofRun: (id, after) => read((event) => event.payload.run_id === id && event.sequence > after),
        }
      },
    },
  }),
}
