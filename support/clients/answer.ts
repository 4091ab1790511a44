import type { z } from 'zod'
import type { ReceivedResponse } from '#wire/exchange'
import { excerpt } from '#wire/excerpt'
import { UnexpectedAnswer } from '#wire/unexpected'
import { parseJson } from '#contract/json'
import { read, type Misfit } from '#contract/reading'

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

  /**
   * Insists on success as this status means it, and on a body that can be read. A field that is not as it has to be
   * costs whoever asks for it, and nobody else: the whole body is compared with the contract elsewhere, once.
   *
   * @throws {UnexpectedAnswer} also later, when such a field is asked for
   */
  must<Schema extends z.ZodType>(status: number, schema: Schema): z.output<Schema> {
    this.mustBe(status)
    const needed = (misfit: Misfit): never => {
      throw this.#misfit(misfit)
    }
    const { data, misfits } = read(schema, this.body, needed)
    if (data !== undefined) return data
    throw this.#misfit(misfits[0] ?? { path: '', what: 'cannot be read' })
  }

  /** Insists on success as this status means it. @throws {UnexpectedAnswer} */
  mustBe(status: number): this {
    if (isAlike(this.status, status)) return this
    throw new UnexpectedAnswer(this.#what, String(status), this.describe(), this.exchange)
  }

  /** `401 {"detail":"Invalid credentials"}`, shortened, on one line. */
  describe(): string {
    const text = excerpt(this.text, LONGEST)
    return `it answered ${this.status}${text ? ` ${text}` : ' with nothing'}`
  }

  #misfit({ path, what }: Pick<Misfit, 'path' | 'what'>): UnexpectedAnswer {
    const [needed, observed] = path === '' ? ['a body', 'the body'] : [`\`${path}\``, 'it']
    return new UnexpectedAnswer(this.#what, needed, `${observed} ${what}: ${this.describe()}`, this.exchange)
  }
}

const LONGEST = 160

/** Done is done, by whichever number: which of them is due is the contract's, and judged there. */
function isAlike(status: number, due: number): boolean {
  return Math.floor(status / 100) === Math.floor(due / 100)
}
