import {
  AcceptedAnswer,
  MessagesAnswer,
  ProfileAnswer,
  RunAnswer,
  ThreadAnswer,
  ThreadsAnswer,
  type MessageAnswer,
} from '#contract/answers'
import { EventsAnswer, type AgentEvent } from '#contract/frames'
import { ROUTES } from '#contract/routes'
import type { Answer } from './answer.ts'
import type { HttpClient } from './http.ts'
import type { RunId, ThreadId } from './ids.ts'

const LONGEST_PAGE = '100'

/** Talks to the backend in somebody's name. `x()` returns whatever happened; `mustX()` insists and explains. */
export class BackendClient {
  readonly #http: HttpClient
  readonly #token: () => string | undefined

  /** @param token of the session in whose name it talks; asked anew for each call */
  constructor(http: HttpClient, token: () => string | undefined) {
    this.#http = http
    this.#token = token
  }

  /** @param query for what does not belong in an address */
  profile(query?: Readonly<Record<string, string>>): Promise<Answer> {
    return this.#http.call(ROUTES.profile, { token: this.#token(), ...(query ? { query } : {}) })
  }

  async mustProfile(): Promise<ProfileAnswer> {
    return (await this.profile()).must(200, ProfileAnswer)
  }

  /** @param more fields that do not belong there */
  async mustCreateThread(title: string, more: object = {}): Promise<ThreadId> {
    const json = { title, ...more }
    const answer = await this.#http.call(ROUTES.createThread, { token: this.#token(), json })
    return answer.must(200, ThreadAnswer).id as ThreadId
  }

  /** @param query `limit`, `offset`, `q`, and what does not belong there */
  threads(query: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const wanted = { limit: LONGEST_PAGE, ...query }
    return this.#http.call(ROUTES.listThreads, { token: this.#token(), query: wanted })
  }

  async mustThreads(
    query?: Readonly<Record<string, string>>,
  ): Promise<{ threads: ThreadAnswer[]; total: number }> {
    return (await this.threads(query)).must(200, ThreadsAnswer)
  }

  thread(id: ThreadId): Promise<Answer> {
    return this.#http.call(ROUTES.thread, { token: this.#token(), id })
  }

  /** @param page `limit` and `offset`; without it, the longest page there is */
  async mustMessages(
    id: ThreadId,
    page: Readonly<Record<string, string>> = { limit: LONGEST_PAGE },
  ): Promise<MessageAnswer[]> {
    const answer = await this.#http.call(ROUTES.messages, { token: this.#token(), id, query: page })
    return answer.must(200, MessagesAnswer).messages
  }

  /** @param clientMessageId by which the platform knows a message that is sent again */
  async mustSendMessage(id: ThreadId, content: string, clientMessageId?: string): Promise<AcceptedAnswer> {
    const json = { content, ...(clientMessageId ? { client_message_id: clientMessageId } : {}) }
    const answer = await this.#http.call(ROUTES.sendMessage, { token: this.#token(), id, json })
    return answer.must(202, AcceptedAnswer)
  }

  /** Stops a run. */
  cancelRun(id: RunId): Promise<Answer> {
    return this.#http.call(ROUTES.cancelRun, { token: this.#token(), id })
  }

  async mustRun(id: RunId): Promise<RunAnswer> {
    return (await this.#http.call(ROUTES.run, { token: this.#token(), id })).must(200, RunAnswer)
  }

  /** What is on record of a run, in order. */
  async mustRunEvents(id: RunId): Promise<AgentEvent[]> {
    return (await this.#http.call(ROUTES.runEvents, { token: this.#token(), id })).must(200, EventsAnswer)
      .events
  }

  async mustCancelRun(id: RunId): Promise<void> {
    ;(await this.#http.call(ROUTES.cancelRun, { token: this.#token(), id })).mustBe(202)
  }
}
