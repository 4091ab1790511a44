import type { Events } from '../conversations/events.ts'
import type { Messages, NewMessage } from '../conversations/messages.ts'
import { ThreadGone, type Publisher } from '../conversations/publisher.ts'
import type { Run, Runs } from '../conversations/runs.ts'
import type { Answer, Supervisor } from '../agents/supervisor.ts'
import { endingOf, INTERRUPTED, RunStopped, type Ending } from './endings.ts'
import { RunJournal, SUPERVISOR } from './journal.ts'

/** Carries out runs. */
export interface RunEngine {
  /** Starts a run; it goes on by itself, whether anybody listens or not. */
  begin(run: Run, question: string): void
  /** Resolves when the run is over, which it then is for good. */
  cancel(runId: string): Promise<void>
  stopThread(threadId: string): Promise<void>
  stopAllOf(userId: string): Promise<void>
  /** Brings runs to an end that a restart has cut off. */
  recover(): Promise<void>
  stop(): Promise<void>
}

interface Needs {
  readonly runs: Runs
  readonly messages: Messages
  readonly events: Events
  readonly publisher: Publisher
  readonly supervisor: Supervisor
}

interface ActiveRun {
  readonly run: Run
  readonly controller: AbortController
  readonly over: Promise<void>
}

export function createRunEngine(needs: Needs): RunEngine {
  const active = new Map<string, ActiveRun>()
  const stopWhere = async (reason: RunStopped, matches: (run: Run) => boolean): Promise<void> => {
    const chosen = [...active.values()].filter(({ run }) => matches(run))
    for (const { controller } of chosen) controller.abort(reason)
    await Promise.all(chosen.map(({ over }) => over))
  }
  return {
    begin: (run, question) => {
      const controller = new AbortController()
      const over = carryOut(needs, run, question, controller.signal).finally(() => active.delete(run.id))
      active.set(run.id, { run, controller, over })
    },
    cancel: (runId) => stopWhere(new RunStopped('cancelled'), ({ id }) => id === runId),
    stopThread: (threadId) => stopWhere(new RunStopped('cancelled'), (run) => run.threadId === threadId),
    stopAllOf: (userId) => stopWhere(new RunStopped('cancelled'), (run) => run.userId === userId),
    recover: async () => {
      for (const run of await needs.runs.running()) {
        const journal = new RunJournal(run, needs.publisher, await needs.events.ofRun(run.id, 0))
        if (!journal.toldAnything) await journal.started(SUPERVISOR, null)
        await endBadly(needs, journal, run, { status: 'failed', ending: INTERRUPTED })
      }
    },
    stop: () => stopWhere(new RunStopped('interrupted'), () => true),
  }
}

async function carryOut(needs: Needs, run: Run, question: string, signal: AbortSignal): Promise<void> {
  const journal = new RunJournal(run, needs.publisher)
  const startedAt = Date.now()
  try {
    const answer = await needs.supervisor.answer({ run, question, journal, signal })
    if (answer.notDone.length > 0) return await endIncomplete(needs, journal, run, answer)
    const details = { result: answer.text, response: answer.text, execution_time_ms: Date.now() - startedAt }
    await journal.completed(SUPERVISOR, details, async (transaction) => {
      await needs.messages.add(answerTo(run, answer.text), transaction)
      await needs.runs.finish(run.id, 'completed', null, transaction)
    })
  } catch (error) {
    if (error instanceof ThreadGone) return
    await endBadly(needs, journal, run, endingOf(error, signal)).catch(reportUnlessGone)
  }
}

/** Something that was asked could not be done: what was done is said, and what was not. */
async function endIncomplete(needs: Needs, journal: RunJournal, run: Run, answer: Answer): Promise<void> {
  const ending = { code: 'PART_NOT_DONE', message: answer.text, recoverable: true }
  const metadata = { complete: false, not_done: answer.notDone }
  await journal.fail(ending, async (transaction) => {
    await needs.messages.add({ ...answerTo(run, answer.text), metadata }, transaction)
    await needs.runs.finish(run.id, 'failed', answer.notDone.join(' '), transaction)
  })
}

function endBadly(needs: Needs, journal: RunJournal, run: Run, { status, ending }: Ending): Promise<void> {
  return journal.fail(ending, (transaction) => needs.runs.finish(run.id, status, ending.message, transaction))
}

function answerTo({ id, threadId, userId }: Run, content: string): NewMessage {
  return { threadId, userId, role: 'assistant', runId: id, content }
}

function reportUnlessGone(error: unknown): void {
  if (!(error instanceof ThreadGone)) console.error(`run could not be ended: ${String(error)}`)
}
