import { AcceptedAnswer, RunAnswer } from '#contract/answers'
import { readWell } from '#contract/reading'
import type { AskedRun, Belongings } from './belongings.ts'
import type { Call } from './call.ts'
import type { Moments } from './moments.ts'
import { judgeRecord } from './records.ts'
import { show, type Dispute, type Disputes } from './saying.ts'
import type { Window } from './window.ts'

const ABOUT: readonly Call['route'][] = ['run', 'runEvents', 'cancelRun']

/** Technical: how exactly one answer may tell a time that another has told, in milliseconds. */
const GRAIN_MS = 1_000

/** Judges what is told of runs by what their owners have asked and were told. */
export class RunsJudge {
  readonly #belongings: Belongings
  readonly #moments: Moments
  /** By id, as it was told to be over first. */
  readonly #over = new Map<string, { told: RunAnswer; where: string }>()

  /** By id, when it was told to be begun first. */
  readonly #begun = new Map<string, { at: string; where: string }>()

  constructor(belongings: Belongings, moments: Moments) {
    this.#belongings = belongings
    this.#moments = moments
  }

  /** Judges an answer that tells of a run, if it is one. */
  judge(call: Call, disputes: Disputes): void {
    if (call.route === 'sendMessage' && call.status === 202) judgeAcceptance(call, disputes)
    const run = ABOUT.includes(call.route) ? this.#belongings.runs.get(call.id) : undefined
    const thread = run && this.#belongings.threads.get(run.question.thread)
    if (!run || !thread || thread.owner !== call.claims?.sub) return
    const note = disputes.about(`run ${run.id}`)
    const isThere = run.question.to < call.from && thread.removed.possibleAt(call).length === 0
    if (call.status === 404 && isThere) note('was begun', run.question, 'it does not exist')
    if (call.status !== 200) return
    if (call.route === 'runEvents') judgeRecord(call, run, note)
    const { data: told } = call.route === 'run' ? readWell(RunAnswer, call.told) : {}
    if (!told) return
    this.#judgeStability(call, told, note)
    judgeStatus(call, run, told, note)
    this.#judgeMoments(call, run, told, note)
    judgeAgents(call, run, told, note)
  }

  /** When it was begun never changes, and what is over stays as it has ended. */
  #judgeStability({ where, id }: Call, told: RunAnswer, note: Dispute): void {
    const begun = this.#begun.get(id) ?? { at: told.started_at, where }
    this.#begun.set(id, begun)
    if (Math.abs(Date.parse(begun.at) - Date.parse(told.started_at)) > GRAIN_MS)
      note(`was begun at ${begun.at}`, begun, `it was begun at ${told.started_at}`)
    const first = this.#over.get(id)
    if (!first && told.status !== 'running') this.#over.set(id, { told, where })
    if (!first) return
    const [was, is] = [first.told, told].map(
      ({ status, finished_at: at }) => `${status} at ${at ?? 'no time'}`,
    )
    const ends = [first.told, told].map(({ finished_at: at }) => (at === null ? NaN : Date.parse(at)))
    const isSame =
      first.told.status === told.status && !(Math.abs((ends[0] ?? 0) - (ends[1] ?? 0)) > GRAIN_MS)
    if (!isSame) note(`is ${was}`, first, `it is ${is}`)
  }

  #judgeMoments(call: Call, { question, told: words, end }: AskedRun, told: RunAnswer, note: Dispute): void {
    const { started_at: start, finished_at: finish } = told
    const begun = { from: question.from, to: Math.min(question.to, words[0]?.at ?? call.to, call.to) }
    const over = { from: question.from, to: Math.min(end?.at ?? call.to, call.to) }
    const judge = (at: string, what: string, by: Pick<Window, 'where'>, window: typeof begun): void => {
      if (this.#moments.isWithin(at, window)) return
      note(what, by, `dated ${at}, ${this.#moments.distance(at, window)},`)
    }
    judge(start, 'was begun', question, begun)
    if (finish !== null) judge(finish, 'was over', end ?? call, over)
  }
}

/** What is sent under a name that was given before may have been put elsewhere then. */
function judgeAcceptance({ told, id, sent }: Call, disputes: Disputes): void {
  const { data } = readWell(AcceptedAnswer, told)
  if (!data || data.thread_id === id || sent['client_message_id'] !== undefined) return
  disputes.about('question')(`was put in ${id}`, undefined, `it stands in ${data.thread_id}`)
}

function judgeStatus(call: Call, run: AskedRun, told: RunAnswer, note: Dispute): void {
  const { status, error, finished_at: finish } = told
  const { end, question } = run
  if (told.run_id !== run.id) note('was wanted', undefined, `${told.run_id} is told`)
  if (told.thread_id !== question.thread)
    note(`is in ${question.thread}`, question, `it is in ${told.thread_id}`)
  if (end && end.at < call.from) {
    const isDone = end.event.type === 'agent_completed'
    const isTrue = status !== 'running' && (status === 'completed') === isDone
    if (!isTrue) note(`ended with ${isDone ? 'an answer' : 'a fault'}`, end, `it is ${status}`)
  }
  if (status === 'running' && finish !== null) note('is running', undefined, `it ended at ${finish}`)
  if (status !== 'running' && finish === null) note(`is ${status}`, undefined, 'it has no end')
  if (status === 'completed' && error !== null) note('is completed', undefined, `its fault is ${show(error)}`)
  if (status === 'failed' && !error) note('has failed', undefined, 'no fault is told')
}

/** Whoever was seen to begin is named, in whatever form. */
function judgeAgents(call: Call, { told: words }: AskedRun, told: RunAnswer, note: Dispute): void {
  const named = JSON.stringify(told.agents)
  const lost = words.find(({ event, at }) => {
    const isKnown = event.type === 'agent_started' && at < call.from
    return isKnown && !named.includes(JSON.stringify(event.payload.agent_name))
  })
  if (lost) note(`had ${lost.event.payload.agent_name} at work`, lost, `its agents are ${show(told.agents)}`)
}
