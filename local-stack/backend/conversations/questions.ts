import { Turns } from '#kit/turns'
import type { Limits } from '../limits.ts'
import type { RunEngine } from '../runs/engine.ts'
import type { Messages } from './messages.ts'
import type { Ownership } from './ownership.ts'
import type { Runs } from './runs.ts'

export interface Question {
  readonly userId: string
  readonly threadId: string
  readonly content: string
  readonly clientMessageId?: string | undefined
}

/** A question that is stored and will be answered. */
export interface AcceptedQuestion {
  readonly messageId: string
  readonly runId: string
  readonly threadId: string
  /** Starts the work on it, once the asker knows that it was accepted; nothing for a question asked before. */
  readonly begin: () => void
}

/** Takes questions in, the same way from every door. */
export interface Questions {
  /** @throws {Refusal} 404 for a thread that is not the asker's, 429 over their limits */
  accept(question: Question): Promise<AcceptedQuestion>
}

interface Needs {
  readonly ownership: Ownership
  readonly limits: Limits
  readonly messages: Messages
  readonly runs: Runs
  readonly runEngine: RunEngine
}

export function createQuestions(needs: Needs): Questions {
  // One person's questions are taken in one by one: limits and repetitions are judged without a race.
  const turns = new Turns()
  return { accept: (question) => turns.take(question.userId, () => accept(needs, question)) }
}

async function accept(needs: Needs, question: Question): Promise<AcceptedQuestion> {
  const { userId, threadId, content, clientMessageId } = question
  await needs.ownership.thread(userId, threadId, 'write-thread')
  const before = clientMessageId && (await findEarlier(needs, userId, clientMessageId))
  if (before) return before
  await needs.limits.admitMessage(userId)
  needs.limits.admitRun(userId, await needs.runs.countRunning(userId))
  const run = await needs.runs.create(threadId, userId)
  const asked = { threadId, userId, role: 'user', content, clientMessageId, runId: run.id } as const
  const message = await needs.messages.add(asked)
  if (!message) throw new Error(`message ${clientMessageId} was stored by somebody else`)
  const begin = (): void => needs.runEngine.begin(run, content)
  return { messageId: message.id, runId: run.id, threadId, begin }
}

async function findEarlier(
  { messages }: Needs,
  userId: string,
  clientMessageId: string,
): Promise<AcceptedQuestion | undefined> {
  const message = await messages.byClientId(userId, clientMessageId)
  if (!message?.runId) return undefined
  const { id: messageId, runId, threadId } = message
  return { messageId, runId, threadId, begin: () => undefined }
}
