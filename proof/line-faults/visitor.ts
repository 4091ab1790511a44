import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Platform } from '#proof/composition'
import { LiveLine, OUTER_LIMIT_MS, type RunEvent } from './live-line.ts'

/** What the platform says of a run. */
export interface RunRecord {
  readonly status: 'running' | 'completed' | 'failed' | 'cancelled'
  readonly error: string | null
  readonly finished_at: string | null
}

/** Something that stands in a conversation. */
export interface SaidMessage {
  readonly role: string
  readonly content: string
  readonly run_id: string
}

/** Somebody who is signed in, and talks to the platform as any client does. */
export class Visitor {
  readonly #backendUrl: string
  readonly #token: string

  private constructor(backendUrl: string, token: string) {
    this.#backendUrl = backendUrl
    this.#token = token
  }

  /** Signs somebody in whom nobody has seen before. */
  static async arrive({ urls, secrets }: Pick<Platform, 'urls' | 'secrets'>): Promise<Visitor> {
    const answer = await fetch(`${urls['auth-service']}/auth/e2e/test-auth`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-e2e-bypass-key': secrets.simulationKey },
      body: JSON.stringify({ email: `visitor-${randomUUID()}@example.test` }),
    })
    const { access_token: token } = (await answer.json()) as { access_token: string }
    return new Visitor(urls.backend, token)
  }

  /** @param url of a relay; without it the line goes straight to the backend */
  openLine(url = this.#backendUrl): Promise<LiveLine> {
    return LiveLine.open(url, this.#token)
  }

  /** @returns the id of a conversation with nothing in it */
  async beginThread(): Promise<string> {
    return (await this.#call<{ id: string }>('POST', '/api/threads', { title: 'Costs' })).id
  }

  /** Puts a question by a call. */
  send(
    threadId: string,
    content: string,
    clientMessageId: string = randomUUID(),
  ): Promise<{ run_id: string }> {
    const body = { content, client_message_id: clientMessageId }
    return this.#call('POST', `/api/threads/${threadId}/messages`, body)
  }

  run(runId: string): Promise<RunRecord> {
    return this.#call('GET', `/api/runs/${runId}`)
  }

  /** What is on record of a run. */
  async events(runId: string): Promise<RunEvent[]> {
    return (await this.#call<{ events: RunEvent[] }>('GET', `/api/runs/${runId}/events?after=0`)).events
  }

  async messages(threadId: string): Promise<SaidMessage[]> {
    const path = `/api/threads/${threadId}/messages?limit=100`
    return (await this.#call<{ messages: SaidMessage[] }>('GET', path)).messages
  }

  /** Waits until more has happened in a run than this. */
  async sawHappen(runId: string, after: number): Promise<void> {
    const latest = Date.now() + OUTER_LIMIT_MS
    while (((await this.events(runId)).at(-1)?.sequence ?? 0) <= after) {
      if (Date.now() > latest) throw new Error(`nothing has happened in ${runId} after event ${after}`)
      await pause(20)
    }
  }

  async #call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' }
    const signal = AbortSignal.timeout(OUTER_LIMIT_MS)
    const answer = await fetch(this.#backendUrl + path, {
      ...{ method, signal, headers },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
}
