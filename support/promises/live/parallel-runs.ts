import { LIMITS } from '#contract/limits'
import type { ObservedRun } from '#contract/observed-run'
import { FeatureFault } from '#errors/feature-fault'
import { planOfFive } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import type { Person } from '#world/person'
import { LiveState } from './state.ts'

/**
 * Asks for so many long pieces of work at the same time, on one connection, each in a thread of its own.
 *
 * @throws {FeatureFault} when one person cannot have so many at the same time
 */
export async function askForParallelRuns(person: Person, count: number): Promise<void> {
  const { runsAtOnce } = LIMITS
  if (count < 2 || count > runsAtOnce)
    throw new FeatureFault(`${count} works of one person are not done at once: say 2 to ${runsAtOnce}`)
  const plans = Array.from({ length: count }, (_, index) => planOfFive(person, `heron-${index + 1}`))
  const runs = plans.map(({ text }) => QuestionRun.askInNewThread(person.device, text))
  person.state.of(LiveState).parallelRuns.set(await Promise.all(runs))
}

/** Those runs, once all have ended. @throws {NotObserved} */
export function parallelRuns({ state }: Person): Promise<ObservedRun[]> {
  const runs = state.of(LiveState).parallelRuns.get()
  return Promise.all(runs.map((run) => run.ended()))
}
