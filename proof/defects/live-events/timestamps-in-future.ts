import type { Defect } from '#proof/defect'
import { createEvents } from '@netra/local-stack/backend/conversations/events'

export const defect: Defect = {
  wrong: 'What is told carries the time of an hour from now',
  reference: 'Platform contract, 4: timestamp, ISO 8601, UTC',
  reddens: [{ check: 'LIVE-3.told-when-it-happens', because: /min in the future/ }],
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    backend: {
      events: (kit) => createEvents(kit.database, () => new Date(kit.clock.now().getTime() + HOUR_MS)),
    },
  }),
}

const HOUR_MS = 3_600_000
