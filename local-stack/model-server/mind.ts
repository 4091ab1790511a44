import { readBriefing } from './briefing.ts'
import { data } from './minds/data.ts'
import { optimisation } from './minds/optimisation.ts'
import { reporting } from './minds/reporting.ts'
import { triage } from './minds/triage.ts'
import type { ChatRequest, Reply } from './protocol.ts'

const MINDS = { triage, data, optimisation, reporting }

/**
 * What this model replies. It reasons by rules instead of by weights: the same conversation always gets the
 * same reply, computed from nothing but what stands in it.
 */
export function think({ messages }: ChatRequest): Reply {
  const briefing = readBriefing(messages)
  const mind = briefing.agent in MINDS ? MINDS[briefing.agent as keyof typeof MINDS] : reporting
  return mind(briefing)
}
