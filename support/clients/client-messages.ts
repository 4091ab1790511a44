import type { RunId, ThreadId } from './ids.ts'
import { LineSuccession } from './line-succession.ts'

/** What a client may say on a live connection. */
export abstract class ClientMessages {
  /** What becomes of the connection when somebody in between ends it. */
  readonly succession = new LineSuccession()

  /** Sends what need not be a frame at all. @param asBytes not as text */
  abstract sendRaw(text: string, asBytes?: boolean): void

  /** Sends a frame; what comes of it is waited for in `received`, from a mark taken before. */
  send(frame: object): void {
    this.sendRaw(JSON.stringify(frame))
  }

  sendUserMessage(threadId: ThreadId, content: string, clientMessageId: string): void {
    const payload = { content, thread_id: threadId, client_message_id: clientMessageId }
    this.#ask(clientMessageId, { type: 'user_message', payload })
  }

  ping(nonce: string): void {
    this.#ask(nonce, { type: 'ping', payload: { nonce } })
  }

  /** Asks to be told again everything of a thread past a sequence; 0 for all. */
  resume(threadId: ThreadId, after: number): void {
    const text = JSON.stringify({ type: 'resume', payload: { thread_id: threadId, after } })
    this.succession.wish(threadId, after, text)
    this.sendRaw(text)
  }

  stopRun(runId: RunId): void {
    this.send({ type: 'stop_run', payload: { run_id: runId } })
  }

  reauthenticate(token: string): void {
    const text = JSON.stringify({ type: 'reauthenticate', payload: { token } })
    this.succession.renew(token, text)
    this.sendRaw(text)
  }

  /** Says what has to be answered by this name. */
  #ask(name: string, frame: object): void {
    this.succession.note(name, JSON.stringify(frame))
    this.send(frame)
  }
}
