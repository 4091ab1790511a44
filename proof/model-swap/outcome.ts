import assert from 'node:assert/strict'
import type { RunEvent } from '#proof/line-faults/live-line'
import { costQuestion, figuresWithin, type CostQuestion } from '#proof/line-faults/question'
import { assertWhole } from '#proof/line-faults/story'
import type { Visitor } from '#proof/line-faults/visitor'
import { PROVIDER_WORDS } from './misbehaviour.ts'

const INNER_WORDS = /\bat \S+:\d+|node:|\w+Error\b|https?:|undefined|null|[{}<>]|\b[45]\d\d\b/

/** A question, and everything that came of it. */
export interface Outcome {
  readonly question: CostQuestion
  readonly threadId: string
  readonly runId: string
  /** All that was told of it. */
  readonly told: readonly RunEvent[]
  readonly end: RunEvent
}

/** Asks what a workload costs. @param after what was told in the conversation before */
export async function ask(visitor: Visitor, threadId: string, after = 0): Promise<Outcome> {
  const [question, line] = [costQuestion(), await visitor.openLine()]
  const runId = await line.ask(threadId, question.text)
  const end = await line.hearsEnd(runId)
  await line.resume(threadId, after)
  const told = line.events(threadId)
  line.drop()
  assert.equal(assertWhole(told, runId).event_id, end.event_id)
  return { question, threadId, runId, told, end }
}

/** Demands a right and complete answer. */
export async function assertAnswered(visitor: Visitor, outcome: Outcome): Promise<void> {
  const { question, end, runId } = outcome
  assert.equal(end.type, 'agent_completed', String(end.payload['message']))
  assert.equal((await visitor.run(runId)).status, 'completed')
  const texts = await readable(visitor, outcome)
  assert.equal(texts.length, 2, 'the answer is not told, or not kept')
  for (const text of texts) {
    assert(text.includes(question.workload), text)
    assert(figuresWithin(text).includes(question.monthlyCost), `${question.monthlyCost} is not in: ${text}`)
  }
  assertNothingInvented(texts, outcome)
}

/** Demands that the run has failed, and that it is said in plain words, and nothing else with them. */
export async function assertFailed(visitor: Visitor, outcome: Outcome, code: string): Promise<void> {
  const { end, runId, told } = outcome
  assert.deepEqual([end.type, end.payload['error_code']], ['agent_error', code])
  assert.equal((await visitor.run(runId)).status, 'failed')
  const texts = await readable(visitor, outcome)
  assert.deepEqual(texts, [end.payload['message'], end.payload['message']], 'something is kept as an answer')
  assert.match(texts[0] ?? '', /^The language model [a-z ]+\.$/)
  assertNothingInvented(texts, outcome)
  assert.doesNotMatch(JSON.stringify(told), PROVIDER_WORDS)
  assert.doesNotMatch(texts.join('\n'), INNER_WORDS)
}

/** What the person who asked can read, wherever it is. */
async function readable(visitor: Visitor, { threadId, runId, end }: Outcome): Promise<string[]> {
  const { error } = await visitor.run(runId)
  const messages = await visitor.messages(threadId)
  const kept = messages.filter(({ run_id: id, role }) => id === runId && role !== 'user')
  const { message, response } = end.payload
  return [error, message, response, ...kept.map(({ content }) => content)].filter(Boolean).map(String)
}

/** Demands that no figure is told that neither the question nor a tool has given. */
function assertNothingInvented(texts: readonly string[], { question, told }: Outcome): void {
  const results = told.filter(({ type }) => type === 'tool_completed').map(({ payload }) => payload['result'])
  const given = figuresWithin([question.text, results])
  assert.deepEqual(
    figuresWithin(texts).filter((figure) => !given.includes(figure)),
    [],
  )
}
