import { randomInt } from 'node:crypto'
import type { QuestionAndAnswer } from '#promises/shared/answers.checks'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { askedBy, askFor, questionAndAnswer, questionAndAnswerOf } from '#promises/shared/asking'
import { costQuestion } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { eventsOfRun } from '#promises/shared/run-history'
import { viewsOfWatchers } from '#promises/shared/watchers'
import type { ObservedWork, Recollection } from './agent-context.checks.ts'
import { neighboursIn } from './crowd.ts'
import { IsolationState } from './state.ts'

const LETTERS = 'bcdfghjklmnpqrstvwxz'

/** The same words at the same moment, with figures of one's own and a name that only the agents are told. @throws {Unexpected} */
export async function askTheSame(people: readonly Person[]): Promise<void> {
  await Promise.all(
    people.map((person) => {
      const nickname = `kestrel${Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
      person.state.of(IsolationState).nickname.set(nickname)
      const question = costQuestion(person)
      return askFor(person, { ...question, text: `${question.text} Among ourselves we call it ${nickname}.` })
    }),
  )
}

/** What each of them was told, and what is on record of her run. @throws {NotObserved | UnexpectedAnswer} */
export async function observedWorks(
  people: readonly Person[],
  { offers }: Scenario,
): Promise<ObservedWork[]> {
  const views = await viewsOfWatchers(people)
  const records = await Promise.all(
    people.map(async (person) => {
      const { runId } = await askedBy(person).run.accepted()
      const { device } = person
      return (await eventsOfRun(runId, device, device.connection, offers)).map(({ sequence }) => sequence)
    }),
  )
  return views.map((view, index) => ({ ...view, record: records[index] ?? [] }))
}

/** Everybody's own question and its answer. @throws {NotObserved} */
export function ownAnswers(people: readonly Person[]): Promise<QuestionAndAnswer[]> {
  return Promise.all(people.map(questionAndAnswerOf))
}

/**
 * Each of them asks what another one's workload costs, by the name that only that one has told the agents; then
 * its owner does, where she told them.
 *
 * @throws {NotObserved | UnexpectedAnswer}
 */
export function recollections(people: readonly Person[], { faults }: Scenario): Promise<Recollection[]> {
  return Promise.all(
    neighboursIn(people).map(async ({ asker, owner }) => {
      const text = `What does ${owner.state.of(IsolationState).nickname.get()} cost a month?`
      const { run, assignment } = askedBy(owner)
      const stranger = await QuestionRun.askInNewThread(asker.device, text)
      // To fail for want of figures is as good an answer.
      faults.expectRunFailure((await stranger.accepted()).runId)
      const told = await stranger.ended()
      const again = await (await QuestionRun.ask(owner.device, text, run.threadId)).ended()
      return {
        asker: asker.name,
        owner: owner.name,
        told,
        others: people.filter((person) => person !== asker).map((person) => askedBy(person).assignment),
        ownersAnswer: questionAndAnswer({ ...assignment, text }, again),
      }
    }),
  )
}
