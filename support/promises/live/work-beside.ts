import { see } from '#expect/seen'
import { agentEventsOn } from '#promises/shared/connection-events'
import { questionAndAnswer } from '#promises/shared/asking'
import { longWork } from '#promises/shared/assignments'
import type { Fact } from '#promises/shared/facts.checks'
import { ownCallsOf, statusOf } from '#promises/shared/own-calls'
import { QuestionRun } from '#promises/shared/question-run'
import type { Person } from '#world/person'
import { LiveState } from './state.ts'
import type { Tried, WorkBeside } from './work-beside.checks.ts'

/**
 * Has long work begun by somebody, and somebody else try to reach it by calls.
 *
 * @returns the id of its run @throws {NotObserved} when it is not accepted
 */
export async function workBeside(stranger: Person, owner: Person): Promise<string> {
  const question = longWork(owner, 'heron')
  const run = await QuestionRun.ask(owner.device, question.text)
  const { runId } = await run.accepted()
  const tried = await reachFor(stranger, { run: runId, thread: owner.device.threadId })
  owner.state.of(LiveState).workBeside.set({ question, run, tried })
  return runId
}

/** Every call by which work might be ended or turned elsewhere, by somebody whose it is not. */
async function reachFor(stranger: Person, ids: Readonly<Record<'run' | 'thread', string>>): Promise<Tried[]> {
  const call = ownCallsOf(stranger)
  const [run, thread] = [{ id: ids.run }, { id: ids.thread }]
  return [
    { what: 'to stop it by a call', status: statusOf(await call('cancelRun', run)) },
    {
      what: 'to ask in its conversation',
      status: statusOf(await call('sendMessage', { ...thread, json: { content: 'And now?' } })),
    },
    {
      what: 'to rename that',
      status: statusOf(await call('renameThread', { ...thread, json: { title: 'Mine' } })),
    },
    { what: 'to delete that', status: statusOf(await call('deleteThread', thread)) },
  ]
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
  const { question, run, tried } = owner.state.of(LiveState).workBeside.get()
  const { runId } = await run.accepted()
  const ended = await see(() => run.ended().then((seen) => questionAndAnswer(question, seen)))
  const { status } = await owner.device.backend.mustRun(runId)
  return { name: owner.name, ended, status, tried }
}
