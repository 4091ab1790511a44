import { Refusal } from '#kit/refusal'
import type { Events } from '../conversations/events.ts'
import type { Ownership } from '../conversations/ownership.ts'
import type { Publisher } from '../conversations/publisher.ts'
import type { Questions } from '../conversations/questions.ts'
import type { IdentityCheck } from '../identity.ts'
import type { RunEngine } from '../runs/engine.ts'
import type { LiveConnection } from './connection.ts'
import { FrameError, readFrame, referenceTo, type ClientFrame } from './frames.ts'

/** Does what the frames of a connected client ask for. */
export type FrameHandler = (connection: LiveConnection, data: string, isBinary: boolean) => Promise<void>

interface Needs {
  readonly questions: Questions
  readonly ownership: Ownership
  readonly publisher: Publisher
  readonly events: Events
  readonly runEngine: RunEngine
  readonly liveIdentity: IdentityCheck
}

export function createFrameHandler(needs: Needs): FrameHandler {
  return async (connection, data, isBinary) => {
    let frame: ClientFrame | undefined
    try {
      frame = readFrame(data, isBinary)
      await handle(needs, connection, frame)
    } catch (error) {
      connection.send(toErrorFrame(error, frame))
    }
  }
}

async function handle(needs: Needs, connection: LiveConnection, frame: ClientFrame): Promise<void> {
  switch (frame.type) {
    case 'ping':
      return connection.send({ type: 'pong', payload: frame.payload })
    case 'user_message':
      return takeQuestion(needs, connection, frame.payload)
    case 'resume':
      return resume(needs, connection, frame.payload)
    case 'stop_run': {
      const run = await needs.ownership.run(connection.userId, frame.payload.run_id, 'cancel-run')
      return needs.runEngine.cancel(run.id)
    }
    case 'reauthenticate':
      return reauthenticate(needs, connection, frame.payload.token)
  }
}

type PayloadOf<Type extends ClientFrame['type']> = Extract<ClientFrame, { type: Type }>['payload']

async function takeQuestion(
  { questions }: Needs,
  connection: LiveConnection,
  { content, thread_id, client_message_id: clientMessageId }: PayloadOf<'user_message'>,
): Promise<void> {
  const { userId } = connection
  const question = { userId, threadId: thread_id, content, clientMessageId }
  const { runId, threadId, begin } = await questions.accept(question)
  const payload = { client_message_id: clientMessageId, thread_id: threadId, run_id: runId }
  connection.send({ type: 'message_accepted', payload })
  begin()
}

async function resume(
  { ownership, publisher, events }: Needs,
  connection: LiveConnection,
  { thread_id: threadId, after }: PayloadOf<'resume'>,
): Promise<void> {
  await ownership.thread(connection.userId, threadId, 'resume-thread')
  // Nothing new is published meanwhile, so the replay joins the live events without gap or repeat.
  await publisher.whileQuiet(threadId, async () => {
    const missed = await events.ofThread(threadId, after)
    for (const event of missed) connection.send(event)
    const payload = { thread_id: threadId, after, replayed: missed.length }
    connection.send({ type: 'replay_complete', payload })
  })
}

async function reauthenticate(needs: Needs, connection: LiveConnection, token: string): Promise<void> {
  const member = await needs.liveIdentity(token)
  if (member?.userId === connection.userId) return connection.renew(member)
  connection.send(errorFrame('AUTH_FAILED', 'This session does not belong here', {}))
  connection.close(1008, 'authentication failed')
}

function toErrorFrame(error: unknown, frame: ClientFrame | undefined): object {
  const reference = referenceTo(frame?.payload)
  if (error instanceof FrameError) return errorFrame(error.code, error.message, error.payload)
  if (error instanceof Refusal) {
    const retryAfter = error.headers['retry-after']
    const wait = retryAfter ? { retry_after_seconds: Number(retryAfter) } : {}
    return errorFrame(error.code, error.message, { ...reference, ...wait })
  }
  console.error(`live connection: ${String(error)}`)
  return errorFrame('INTERNAL_ERROR', 'Internal error', reference)
}

function errorFrame(code: string, message: string, payload: object): object {
  return { type: 'error_message', error_code: code, error_message: message, payload }
}
