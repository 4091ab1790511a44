import { see } from '#expect/seen'
import { agentEventsOn } from '#promises/shared/connection-events'
import { questionAndAnswer } from '#promises/shared/asking'
import { longWork } from '#promises/shared/assignments'
import type { Fact } from '#promises/shared/facts.checks'
import { ownCallsOf, statusOf } from '#promises/shared/own-calls'
import { QuestionRun } from '#promises/shared/question-run'
import type { Person } from '#world/person'
import { LiveState } from './state.ts'
import type { WorkBeside } from './work-beside.checks.ts'

/**
 * Has long work begun by somebody, and somebody else try to stop it by a call.
 *
 * @returns the id of its run @throws {NotObserved} when it is not accepted
 */
export async function workBeside(stranger: Person, owner: Person): Promise<string> {
  const question = longWork(owner, 'heron')
  const run = await QuestionRun.ask(owner.device, question.text)
  const { runId } = await run.accepted()
  const stopped = statusOf(await ownCallsOf(stranger)('cancelRun', { id: runId }))
  owner.state.of(LiveState).workBeside.set({ question, run, stopped })
  return runId
}

/** What has come of faulty messages: neither anything said or begun of the sender's, nor a word in another's thread. @throws {UnexpectedAnswer} */
export async function whatCameOfFaults(sender: Person, neighbour: Person): Promise<Fact[]> {
  const { backend, threadId, connection } = sender.device
  const { question } = neighbour.state.of(LiveState).workBeside.get()
  const [said, { threads }, foreign] = await Promise.all([
    backend.mustMessages(threadId),
    backend.mustThreads(),
    neighbour.device.backend.mustMessages(neighbour.device.threadId),
  ])
  const questions = foreign.filter(({ role }) => role === 'user').map(({ content }) => content)
  return [
    { what: `${sender.name}'s messages`, wanted: [], seen: said.map(({ content }) => content) },
    { what: `${sender.name}'s conversations`, wanted: [threadId], seen: threads.map(({ id }) => id) },
    { what: `what ${sender.name} was told of work`, wanted: 0, seen: agentEventsOn(connection).length },
    {
      what: `what ${neighbour.name} has said besides her question`,
      wanted: [],
      seen: questions.filter((text) => text !== question.text),
    },
    { what: `${neighbour.name}'s question`, wanted: true, seen: questions.includes(question.text) },
  ]
}

/** What has become of that work. @throws {NotObserved | UnexpectedAnswer} */
export async function workBesideOf(owner: Person): Promise<WorkBeside> {
  const { question, run, stopped } = owner.state.of(LiveState).workBeside.get()
  const { runId } = await run.accepted()
  const ended = await see(() => run.ended().then((seen) => questionAndAnswer(question, seen)))
  const { status } = await owner.device.backend.mustRun(runId)
  return { name: owner.name, ended, status, stopped }
}
