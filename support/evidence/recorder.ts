import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConnectionEnd, Exchange, OpenedLine, WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { parseJson } from '#contract/json'
import { toHar, type SubjectOf } from './har.ts'
import { redactText, withoutTokens } from './redaction.ts'

/** A file of evidence, by its name and the SHA-256 of its content. */
export interface EvidenceFile {
  readonly name: string
  readonly sha256: string
}

/** Keeps what passed on the wire in one scenario, redacted, on one clock. */
export class Recorder implements WireObserver {
  readonly #startedAt = new Date()
  readonly #exchanges: Exchange[] = []
  readonly #frames: object[] = []
  readonly #subjectOf: SubjectOf
  #messages = 0

  /** @param subjectOf tokens themselves are withheld; in whose name they spoke is kept */
  constructor(subjectOf: SubjectOf = () => undefined) {
    this.#subjectOf = subjectOf
  }

  get exchanges(): number {
    return this.#exchanges.length
  }

  get frames(): number {
    return this.#messages
  }

  exchange(exchange: Exchange): void {
    this.#exchanges.push(exchange)
  }

  opened({ connection, person, token }: OpenedLine): void {
    this.#frames.push({ connection, person, opened: { subject: this.#subjectOf(token) } })
  }

  frame({ connection, person, direction, at, text }: WireFrame): void {
    this.#messages += 1
    this.#frames.push({
      at: Math.round(at),
      connection,
      person,
      direction,
      frame: parseJson(redactText(text)) ?? redactText(text),
    })
  }

  connectionEnd({ connection, person, code, reason, ours, regainedAs, at }: ConnectionEnd): void {
    this.#messages += 1
    this.#frames.push({
      at: Math.round(at),
      connection,
      person,
      ended: { code, reason: withoutTokens(reason), by: ours ? 'suite' : 'platform', regainedAs },
    })
  }

  /** Writes everything into the folder. @returns what was written */
  seal(folder: string, more: Readonly<Record<string, string>>): EvidenceFile[] {
    mkdirSync(folder, { recursive: true })
    const files = {
      'exchanges.har': JSON.stringify(toHar(this.#exchanges, this.#startedAt, this.#subjectOf)),
      'frames.ndjson': this.#frames.map((frame) => `${JSON.stringify(frame)}\n`).join(''),
      ...more,
    }
    return Object.entries(files).map(([name, content]) => {
      writeFileSync(join(folder, name), content)
      return { name, sha256: createHash('sha256').update(content).digest('hex') }
    })
  }
}
