import {
  eventLabel,
  agentSpansIn,
  SUPERVISOR,
  type AgentSpan,
  type ObservedRun,
} from '#contract/observed-run'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

const FEWEST_AGENTS = 3

/** Several agents have worked on one request, each from a beginning to an end, handed over sensibly. */
export function teamwork(run: Seen<ObservedRun>): Check[] {
  return [workedTogether(run), handedOver(run)]
}

function workedTogether(run: Seen<ObservedRun>): Check {
  return check(
    'agents-work-together',
    `at least ${FEWEST_AGENTS}, each begun and ended`,
    run,
    ({ events }) => {
      const stays = agentSpansIn(events)
      const others = new Set(stays.map(({ agent }) => agent).filter((agent) => agent !== SUPERVISOR))
      const unfinished = stays.filter(({ to }) => !to).map(({ from }) => eventLabel(from.event))
      const observed = `${[...others].join(', ') || 'nobody'}; never ended: ${unfinished.join(', ') || 'none'}`
      return settle(others.size >= FEWEST_AGENTS && unfinished.length === 0, { observed })
    },
  )
}

function handedOver(run: Seen<ObservedRun>): Check {
  const expected =
    'triage first, then those who work it out, the one who reports last; each by somebody at work'
  return check('handed-over-in-order', expected, run, ({ events }) => {
    const stays = agentSpansIn(events)
    const [first, second, ...others] = stays.map(({ agent }) => agent)
    const strays = stays.filter((stay) => stay.agent !== SUPERVISOR && !isHandedOver(stay, stays))
    const isOrdered =
      first === SUPERVISOR && /triage/.test(second ?? '') && /report/.test(others.at(-1) ?? '')
    const told = strays.map(({ from }) => eventLabel(from.event)).join(', ')
    const path = stays.map(({ agent }) => agent).join(' → ')
    const observed = `${path}${told ? `; begun by nobody at work: ${told}` : ''}`
    return settle(isOrdered && strays.length === 0 && others.length > 1, { observed })
  })
}

/** Whether whoever is said to have begun this stay was at work at that moment. */
function isHandedOver({ parent, from }: AgentSpan, stays: readonly AgentSpan[]): boolean {
  return stays.some(
    (other) =>
      other.agent === parent &&
      other.from.event.sequence < from.event.sequence &&
      (!other.to || other.to.event.sequence > from.event.sequence),
  )
}
