import { LIMITS } from '#contract/limits'
import type { ObservedRun } from '#contract/observed-run'
import { FeatureFault } from '#errors/feature-fault'
import type { Asked } from '#promises/shared/asking'
import { costQuestion, planOfFive } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { answersTo } from '#promises/shared/run-history'
import type { Person } from '#world/person'
import type { WorkAtOnce } from './parallel-runs.checks.ts'
import { LiveState } from './state.ts'

const SHORT = ['egret', 'crane'] as const
const MOST = LIMITS.runsAtOnce - SHORT.length

/**
 * Asks for so many long pieces of work at the same time, on one connection, each in a thread of its own, and for two
 * short ones in one more thread.
 *
 * @throws {FeatureFault} when one person cannot have so many at the same time
 */
export async function askForParallelRuns(person: Person, count: number): Promise<void> {
  if (count < 2 || count > MOST)
    throw new FeatureFault(`${count} long works of one person are not done beside two: say 2 to ${MOST}`)
  const { device, state } = person
  const shared = await device.createThread('Two things at once')
  const short = SHORT.map((bird) =>
    askIn(costQuestion(person, bird), (text) => QuestionRun.ask(device, text, shared)),
  )
  const long = Array.from({ length: count }, (_, index) =>
    askIn(planOfFive(person, `heron-${index + 1}`), (text) => QuestionRun.askInNewThread(device, text)),
  )
  const [longRuns, shortRuns] = await Promise.all([Promise.all(long), Promise.all(short)])
  state.of(LiveState).parallelRuns.set(longRuns)
  state.of(LiveState).shortRuns.set(shortRuns)
}

/** The long ones, once all have ended. @throws {NotObserved} */
export function parallelRuns({ state }: Person): Promise<ObservedRun[]> {
  return Promise.all(
    state
      .of(LiveState)
      .parallelRuns.get()
      .map(({ run }) => run.ended()),
  )
}

/** All of them, once they have ended, with the answers that their threads hold. @throws {NotObserved | UnexpectedAnswer} */
export function worksAtOnce({ state, device: { backend } }: Person): Promise<WorkAtOnce[]> {
  const all = [...state.of(LiveState).parallelRuns.get(), ...state.of(LiveState).shortRuns.get()]
  return Promise.all(
    all.map(async ({ assignment: question, run }) => {
      const told = await run.ended()
      const answers = answersTo(told.runId, await backend.mustMessages(run.threadId))
      return { question, run: told, kept: answers.map(({ content }) => content) }
    }),
  )
}

async function askIn(
  assignment: Asked['assignment'],
  ask: (text: string) => Promise<QuestionRun>,
): Promise<Asked> {
  return { assignment, run: await ask(assignment.text) }
}
