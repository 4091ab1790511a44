import { isAgentEvent } from '#contract/frames'
import { groundedFaults } from '#promises/shared/answers.checks'
import { isAbsence } from '#expect/seen'
import type { Flood } from '#promises/shared/flood.checks'
import type { Unbothered } from './noise.checks.ts'
import { EventLog } from '#waiting/event-log'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { startWatching } from '#promises/shared/asking'
import { costQuestion } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { flood } from '#promises/shared/flood'

/** Nearly as much as anybody may ask in a minute; a shared allowance would not outlast it. */
const NOISE = 55
/** So many of the others are looked at. */
const LISTENERS = 3

/** Somebody asks for far more than anybody may, while others ask something ordinary. */
export async function beNoisy(
  noisy: Person,
  others: readonly Person[],
  scenario: Scenario,
): Promise<{ flood: Flood; others: Unbothered[] }> {
  await startWatching(noisy)
  const unbothered: Unbothered[] = []
  const result = await flood(noisy, scenario, NOISE, async (taken) => {
    const asked = await Promise.all(others.slice(0, LISTENERS).map(askMeanwhile))
    const noise = whenTold(noisy, taken)
    for (const { from, to, ...other } of asked) {
      const toCome = noise.filter((at) => at >= from)
      const wordsMeanwhile = toCome.filter((at) => at <= to).length
      unbothered.push({ ...other, wordsMeanwhile, wordsToCome: toCome.length })
    }
  })
  return { flood: result, others: unbothered }
}

interface AskedMeanwhile extends Pick<Unbothered, 'name' | 'faults'> {
  /** From the acceptance of her question to the first word of the work. */
  readonly from: number
  readonly to: number
}

async function askMeanwhile(person: Person): Promise<AskedMeanwhile> {
  const { device, name } = person
  const question = costQuestion(person, 'egret')
  try {
    const questionRun = await QuestionRun.askInNewThread(device, question.text)
    const { at: from } = await questionRun.accepted()
    const { at: to } = await questionRun.waitForEvent('the first word', device.silence, () => true)
    return { name, faults: groundedFaults(question, await questionRun.ended()), from, to }
  } catch (error) {
    if (!isAbsence(error)) throw error
    return { name, faults: [error.message], from: 0, to: 0 }
  }
}

/** When the noisy one was told each word of what was taken of hers. */
function whenTold({ device }: Person, taken: readonly string[]): number[] {
  const heard = device.connection.received.since(EventLog.START)
  return heard.flatMap(({ at, value }) =>
    isAgentEvent(value) && taken.includes(value.payload.run_id) ? [at] : [],
  )
}
