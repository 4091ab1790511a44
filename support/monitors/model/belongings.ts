import { AcceptedAnswer, RunAnswer, ThreadAnswer } from '#contract/answers'
import { readWell } from '#contract/reading'
import type { Call } from './call.ts'
import type { AskedQuestion, Talk, ToldEvent } from './talk.ts'
import { Register, type Window } from './window.ts'

/** A message that must be in a thread, or may be. Its window is when it came there. */
export interface KnownMessage extends Window {
  readonly role: 'user' | 'assistant'
  readonly id: string | undefined
  readonly run: string | undefined
  /** Undefined where only the platform knows it. */
  readonly content: string | undefined
  /** Whether it must be there once its window is over. */
  readonly isCertain: boolean
}

/** A thread that somebody was seen to begin. */
export interface KnownThread {
  readonly id: string
  readonly owner: string
  readonly created: Window
  readonly title: Register<string>
  /** What was asked to be kept with it. */
  readonly metadata: Readonly<Record<string, unknown>>
  readonly messages: KnownMessage[]
  readonly removed: Register<true>
}

/** A run that somebody was seen to ask for. */
export interface AskedRun {
  readonly id: string
  readonly question: AskedQuestion
  /** In the order in which they were told. */
  readonly told: readonly ToldEvent[]
  readonly end: ToldEvent | undefined
}

/** What each person has made, by everything that was seen in a scenario. */
export class Belongings {
  readonly threads = new Map<string, KnownThread>()
  readonly runs = new Map<string, AskedRun>()
  /** Threads that may have been made: whose they are, and since when. */
  readonly maybeMade: { readonly owner: string; readonly from: number }[] = []

  constructor(calls: readonly Call[], talk: Talk) {
    for (const call of calls) this.#noteThread(call)
    for (const call of calls) this.#noteChange(call)
    const asked = [...talk.questions, ...calls.flatMap(questionsIn)]
    for (const question of firstOfEach(asked)) this.#noteRun(question, talk)
    for (const question of [...talk.unanswered(), ...calls.flatMap(lostQuestionsIn)]) {
      this.threads.get(question.thread)?.messages.push(messageOf(question, false))
    }
    for (const run of this.runs.values()) {
      this.threads
        .get(run.question.thread)
        ?.messages.push(messageOf(run.question, true), answerOf(run, calls))
    }
  }

  #noteThread(call: Call): void {
    const owner = call.claims?.sub
    if (call.route !== 'createThread' || owner === undefined) return
    const { data: told } = call.status === 200 ? readWell(ThreadAnswer, call.told) : {}
    if (isInDoubt(call)) this.maybeMade.push({ owner, from: call.from })
    if (!told) return
    const { title = told.title ?? '', metadata = {} } = call.sent
    const thread: KnownThread = {
      ...{ id: told.id, owner, created: call, messages: [] },
      ...{ title: new Register(), removed: new Register() },
      metadata: metadata as KnownThread['metadata'],
    }
    thread.title.write(String(title), call)
    this.threads.set(told.id, thread)
  }

  #noteChange(call: Call): void {
    const thread = this.threads.get(call.id)
    if (!thread || call.claims?.sub !== thread.owner) return
    const window = call.status === 200 ? call : isInDoubt(call) ? endless(call) : undefined
    if (!window) return
    if (call.route === 'renameThread') thread.title.write(String(call.sent['title']), window)
    if (call.route === 'deleteThread') thread.removed.write(true, window)
  }

  #noteRun(question: AskedQuestion & { run: string }, talk: Talk): void {
    const { run: id } = question
    const told = [...(talk.runs.get(id)?.values() ?? [])]
    this.runs.set(id, { id, question, told, end: talk.endOf(id) })
  }
}

/** Whether a call may have done what was asked, or not. */
function isInDoubt({ status }: Call): boolean {
  return status === undefined || status >= 500
}

function endless({ from, where }: Window): Window {
  return { from, where, to: Infinity }
}

function questionsIn(call: Call): AskedQuestion[] {
  const { data } =
    call.route === 'sendMessage' && call.status === 202 ? readWell(AcceptedAnswer, call.told) : {}
  return data ? [{ ...questionOf(call), id: data.message_id, run: data.run_id, to: call.to }] : []
}

function lostQuestionsIn(call: Call): AskedQuestion[] {
  return call.route === 'sendMessage' && isInDoubt(call) ? [questionOf(call)] : []
}

function questionOf(call: Call): AskedQuestion {
  return { thread: call.id, content: String(call.sent['content']), ...endless(call) }
}

/** What is asked again under the same name is the same question: it has one run. */
function firstOfEach(asked: readonly AskedQuestion[]): (AskedQuestion & { run: string })[] {
  const byRun = new Map<string, AskedQuestion & { run: string }>()
  for (const question of asked.toSorted((one, other) => one.from - other.from)) {
    const { run } = question
    if (run === undefined) continue
    byRun.set(run, { ...question, run, ...byRun.get(run) })
  }
  return [...byRun.values()]
}

function messageOf({ id, run, content, from, to, where }: AskedQuestion, isCertain: boolean): KnownMessage {
  return { role: 'user', id, run, content, isCertain, from, to, where }
}

/** Once a run is completed, its answer is there; where it failed or was stopped, there may be one. */
function answerOf({ id, question, end }: AskedRun, calls: readonly Call[]): KnownMessage {
  const common = { role: 'assistant', id: undefined, run: id, from: question.from } as const
  const unknown = { ...common, content: undefined }
  if (end) {
    const content = end.event.type === 'agent_completed' ? end.event.payload.response : undefined
    return { ...common, content, isCertain: content !== undefined, to: end.at, where: end.where }
  }
  const looks = calls.filter((call) => call.route === 'run' && call.id === id && call.status === 200)
  for (const { told, to, where } of looks) {
    const status = readWell(RunAnswer, told).data?.status ?? 'running'
    if (status !== 'running') return { ...unknown, isCertain: status === 'completed', to, where }
  }
  return { ...unknown, isCertain: false, to: Infinity, where: question.where }
}
