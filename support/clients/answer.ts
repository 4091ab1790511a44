import type { z } from 'zod'
import type { ReceivedResponse } from '#wire/exchange'
import { schemaErrorIn } from '#contract/schema-error'
import { excerpt } from '#wire/excerpt'
import { UnexpectedAnswer } from '#wire/unexpected'
import { parseJson } from '#contract/json'

/** What came back from a call, whatever it is. */
export class Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** Parsed, if it is JSON. */
  readonly body: unknown
  readonly elapsedMs: number
  /** Number of the exchange in the evidence. */
  readonly exchange: number
  readonly #what: string

  constructor(what: string, response: ReceivedResponse, elapsedMs: number, exchange: number) {
    this.#what = what
    this.status = response.status
    this.headers = response.headers
    this.text = response.body
    this.body = parseJson(response.body)
    this.elapsedMs = elapsedMs
    this.exchange = exchange
  }

  /** Insists on this status and shape. @throws {UnexpectedAnswer} */
  must<Schema extends z.ZodType>(status: number, schema: Schema): z.output<Schema> {
    const parsed = schema.safeParse(this.body)
    if (this.status === status && parsed.success) return parsed.data
    const misfit = this.status === status && parsed.error ? `; ${schemaErrorIn(parsed.error)}` : ''
    throw new UnexpectedAnswer(this.#what, String(status), this.describe() + misfit, this.exchange)
  }

  /** Insists on this status. @throws {UnexpectedAnswer} */
  mustBe(status: number): this {
    if (this.status === status) return this
    throw new UnexpectedAnswer(this.#what, String(status), this.describe(), this.exchange)
  }

  /** `401 {"detail":"Invalid credentials"}`, shortened, on one line. */
  describe(): string {
    const text = excerpt(this.text, LONGEST)
    return `it answered ${this.status}${text ? ` ${text}` : ' with nothing'}`
  }
}

const LONGEST = 160
