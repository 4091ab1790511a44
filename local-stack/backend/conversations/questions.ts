import type { Refusal } from '#kit/refusal'
import { Turns } from '#kit/turns'
import type { Limits } from '../limits.ts'
import type { RunEngine } from '../runs/engine.ts'
import type { Message, Messages } from './messages.ts'
import type { Ownership } from './ownership.ts'
import type { Run, Runs } from './runs.ts'

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
  readonly notYours: (exists: boolean) => Refusal
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
  const { run, message } = await store(needs, question).catch((error: unknown) => {
    throw isOrphaned(error) ? needs.notYours(false) : error
  })
  const begin = (): void => needs.runEngine.begin(run, content)
  return { messageId: message.id, runId: run.id, threadId, begin }
}

async function store({ runs, messages }: Needs, question: Question): Promise<{ run: Run; message: Message }> {
  const { userId, threadId, content, clientMessageId } = question
  const run = await runs.create(threadId, userId)
  const message = await messages.add({
    threadId,
    userId,
    role: 'user',
    content,
    clientMessageId,
    runId: run.id,
  })
  if (!message) throw new Error(`message ${clientMessageId} was stored by somebody else`)
  return { run, message }
}

/** The thread was deleted in this very moment (PostgreSQL: foreign_key_violation). */
function isOrphaned(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503'
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
