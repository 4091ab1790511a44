import type { RunAnswer } from './answers.ts'
import type { AgentEvent } from './frames.ts'
import type { RunRecording } from './run-order.ts'

/** How far the record may differ from the stamps of what was told, in milliseconds: a first word is promised in 2 s. */
const BEFORE_FIRST_MS = 3_500
const SLACK_MS = 1_000
/** Nobody takes the end of work for its beginning where it was told of for longer than this, in milliseconds. */
const TOLD_APART_MS = 100

/** What is wrong with the record of a run by itself, and by what was told of it. @param told from its start to its end */
export function findRecordFaults(record: RunAnswer, told: RunRecording | undefined): string[] {
  return [...faultsWithin(record), ...(told ? faultsBeside(record, told.events) : [])]
}

/** Whoever is named in a record: by a name, or by what is told of each. */
export function agentNamesIn({ agents }: Pick<RunAnswer, 'agents'>): string[] {
  return agents.map((agent) => {
    if (typeof agent !== 'object' || agent === null) return String(agent)
    const { agent_name, name, agent: own } = agent as Readonly<Record<string, string>>
    return agent_name ?? name ?? own ?? JSON.stringify(agent)
  })
}

function faultsWithin(record: RunAnswer): string[] {
  const { status, error, started_at: from, finished_at: to } = record
  const isOver = status !== 'running'
  return [
    isOver === (to !== null) ? '' : `${status}, and finished at ${to ?? 'no time'}`,
    to !== null && Date.parse(to) < Date.parse(from) ? 'finished before it started' : '',
    (status === 'completed' || status === 'running') && error !== null ? `${status}, with an error` : '',
    status === 'failed' && (error ?? '').trim() === '' ? 'failed, and does not say why' : '',
    ...oddTimesIn(record),
  ].filter(Boolean)
}

const MOMENT = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/

/** Whenever an agent is said to have taken part, the work was under way. */
function oddTimesIn({ agents, started_at: from, finished_at: to }: RunAnswer): string[] {
  const least = Date.parse(from) - SLACK_MS
  const most = to === null ? Infinity : Date.parse(to) + SLACK_MS
  const said = agents.flatMap((agent) => Object.values((agent ?? {}) as Readonly<Record<string, unknown>>))
  const moments = said.filter((value): value is string => typeof value === 'string' && MOMENT.test(value))
  const odd = moments.find((moment) => Date.parse(moment) < least || Date.parse(moment) > most)
  return odd === undefined ? [] : [`an agent took part at ${odd}`]
}

function faultsBeside(record: RunAnswer, events: readonly AgentEvent[]): string[] {
  const { status, started_at: from, finished_at: to } = record
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last) return []
  const begun = events.flatMap(({ type, payload }) => (type === 'agent_started' ? [payload.agent_name] : []))
  const strangers = agentNamesIn(record).filter((agent) => !begun.includes(agent))
  const early = Date.parse(first.timestamp) - Date.parse(from)
  return [
    early > BEFORE_FIRST_MS || early < -SLACK_MS
      ? `started at ${from}, first told of at ${first.timestamp}`
      : '',
    strangers.length > 0 ? `names ${strangers.join(', ')}, of whom nothing was told` : '',
    record.thread_id === first.payload.thread_id ? '' : 'it is said to be of another conversation',
    ...(status !== 'running' && to !== null ? faultsOfEnd(record, to, last, begun) : []),
    status !== 'running' && to !== null && isDatedTooEarly(to, first, last)
      ? `finished at ${to}, first told of at ${first.timestamp} and last at ${last.timestamp}`
      : '',
  ].filter(Boolean)
}

/** Over before its first word: less than the slack, and no matter of whole seconds. */
function isDatedTooEarly(to: string, first: AgentEvent, last: AgentEvent): boolean {
  const [end, begin] = [Date.parse(to), Date.parse(first.timestamp)]
  const apart = Date.parse(last.timestamp) - begin
  return end <= begin && apart > TOLD_APART_MS && apart <= SLACK_MS && end % 1_000 !== 0
}

function faultsOfEnd(record: RunAnswer, to: string, last: AgentEvent, begun: readonly string[]): string[] {
  const { status } = record
  const named = agentNamesIn(record)
  const missing = [...new Set(begun)].filter((agent) => !named.includes(agent))
  const howOften = (all: readonly string[], agent: string): number =>
    all.filter((one) => one === agent).length
  const doubled = [...new Set(named)].filter((agent) => howOften(named, agent) > howOften(begun, agent))
  const isCompleted = last.type === 'agent_completed'
  return [
    missing.length > 0 ? `does not name ${missing.join(', ')}` : '',
    doubled.length > 0 && missing.length === 0 && begun.includes(doubled[0] ?? '')
      ? `names ${doubled.join(', ')} more often than they were begun`
      : '',
    isCompleted === (status === 'completed')
      ? ''
      : `${status}, and told as ${isCompleted ? 'done' : 'not done'}`,
    Math.abs(Date.parse(to) - Date.parse(last.timestamp)) > SLACK_MS
      ? `finished at ${to}, last told of at ${last.timestamp}`
      : '',
  ]
}
