import type { ThreadId } from '#clients/ids'
import { AcceptedAnswer, MessagesAnswer } from '#contract/answers'
import { groundedFaults } from '#promises/shared/answers.checks'
import { assignment, type Assignment } from '#promises/shared/assignments'
import { replayFaults, resume, sequencesOn } from '#promises/shared/connection-events'
import type { Fact } from '#promises/shared/facts.checks'
import type { OwnCall } from '#promises/shared/own-calls'
import { answersTo } from '#promises/shared/run-history'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { endedRun, recordedEventsOf } from './cut-off-work.ts'

const ANSWERED = 'answered from what was said before'

/** Listens at another backend to all that was told in a thread. @throws {NoConnection | UnexpectedAnswer} */
export async function toldAgainElsewhere(
  call: OwnCall,
  at: string,
  { threadId, runId }: { readonly threadId: ThreadId; readonly runId: string },
  person: Person,
): Promise<Fact> {
  const line = await person.addDeviceOfSameSession().connect({ at })
  const [recorded, faults] = [
    await recordedEventsOf(call, runId),
    await replayFaults(line, resume(line, threadId, 0)),
  ]
  const told = sequencesOn(line, threadId)
  await line.close()
  const wanted = recorded.map(({ sequence }) => sequence)
  return { what: 'told again on a line there', wanted, seen: faults.length > 0 ? faults : told }
}

/** Asks on by calls at another backend, in a thread in which something was asked before. @throws {NotObserved | UnexpectedAnswer} */
export async function askOnElsewhere(
  call: OwnCall,
  id: string,
  { facts }: Assignment,
  { device }: Person,
  { stop }: Scenario,
): Promise<{ readonly runId: string; readonly fact: Fact }> {
  const doubled = { ...facts, requests: facts.requests * 2 }
  const question = assignment(doubled, 'And what would it cost a month at twice as many requests?')
  const json = { content: question.text }
  const { run_id: runId } = (await call('sendMessage', { id, json })).must(202, AcceptedAnswer)
  const { status } = await endedRun(call, runId, { what: 'an answer elsewhere', limit: device.silence, stop })
  const { messages } = (await call('messages', { id, query: { limit: '100' } })).must(200, MessagesAnswer)
  const text = answersTo(runId, messages).at(-1)?.content ?? ''
  const faults = groundedFaults(question, { outcome: status === 'completed' ? 'answered' : 'failed', text })
  return { runId, fact: { what: 'asked on there', wanted: ANSWERED, seen: faults.join(', ') || ANSWERED } }
}
