import { LIMITS } from '#contract/limits'
import { NotSeen, see } from '#expect/seen'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { questionAndAnswer, startWatching } from '#promises/shared/asking'
import { costQuestion } from '#promises/shared/assignments'
import { agentEventsOn } from '#promises/shared/connection-events'
import { flood } from '#promises/shared/flood'
import { QuestionRun } from '#promises/shared/question-run'
import { hadToWait, type AnsweredMeanwhile, type Listener, type Noise } from './noise.checks.ts'

/** Nearly as much as anybody may ask in a minute, with room for what she asks afterwards: a shared allowance would not outlast it. */
const NOISE = LIMITS.messagesPerMinute - 5
/** So many of the others are looked at: each asks once, and all at the same moment. */
const LISTENERS = 3

/** Somebody asks for far more than anybody may, while others ask something ordinary. @throws {NotObserved | Unexpected} */
export async function beNoisy(noisy: Person, crowd: readonly Person[], scenario: Scenario): Promise<Noise> {
  await startWatching(noisy)
  // The noise does not wait for calls that take long.
  const near = crowd.slice(0, LISTENERS)
  await Promise.all(near.map(({ device }) => device.createThread('Another question')))
  const listeners: Listener[] = []
  const told: number[] = []
  const meanwhile = async (taken: readonly string[]): Promise<void> => {
    listeners.push(...(await Promise.all(near.map(listen))))
    told.push(...whenTold(noisy, taken))
  }
  // What becomes of the noisy one is no reason to lose sight of the others.
  const outcome = await see(() => flood(noisy, scenario, NOISE, meanwhile))
  const others = await Promise.all(listeners.map((listener, place) => compared(listener, told, near[place])))
  return { flood: outcome, told, others }
}

/** Whoever had to wait is looked at once more, when all is quiet. */
async function compared(listener: Listener, told: readonly number[], person?: Person): Promise<Listener> {
  if (!person || !hadToWait(listener, told)) return listener
  const quiet = await see(() => askMeanwhile(person))
  return quiet instanceof NotSeen ? listener : { ...listener, quietMs: quiet.firstEventAt - quiet.acceptedAt }
}

async function listen(person: Person): Promise<Listener> {
  return { name: person.name, answered: await see(() => askMeanwhile(person)) }
}

async function askMeanwhile(person: Person): Promise<AnsweredMeanwhile> {
  const question = costQuestion(person, 'egret')
  const questionRun = await QuestionRun.ask(person.device, question.text)
  const { at: acceptedAt } = await questionRun.accepted()
  const { at: firstEventAt } = await questionRun.waitForEvent(
    'the first word',
    person.device.silence,
    () => true,
  )
  return { exchange: questionAndAnswer(question, await questionRun.ended()), acceptedAt, firstEventAt }
}

/** When somebody was told each event of these runs. */
function whenTold({ device }: Person, runs: readonly string[]): number[] {
  const events = agentEventsOn(device.connection)
  return events.filter(({ event }) => runs.includes(event.payload.run_id)).map(({ at }) => at)
}
