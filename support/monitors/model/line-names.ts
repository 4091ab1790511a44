import { parseJson } from '#contract/json'
import type { WireFrame } from '#wire/exchange'
import { locate, type Finding } from '#monitors/finding'

const NAME = /"client_message_id":\s*("(?:[^"\\]|\\.)*")/g

/** What lines are called, and which messages their errors are about: each line is called otherwise, each message was sent. */
export class LineNames {
  /** Each kind once. */
  readonly findings: Finding[] = []
  /** By name, where it was told first. */
  readonly #lines = new Map<string, { readonly connection: number; readonly where: string }>()
  /** By person, the names of what she has sent. */
  readonly #sent = new Map<string, Set<unknown>>()
  readonly #blamed = new Set<string>()

  note({ connection, person, direction, text, parsed, at }: WireFrame): void {
    const sent = this.#sent.get(person) ?? new Set()
    this.#sent.set(person, sent)
    if (direction === 'sent') for (const [, name] of text.matchAll(NAME)) sent.add(parseJson(name ?? ''))
    if (direction === 'sent' || !parsed) return
    const where = locate({ kind: 'frame', connection, at })
    if (parsed.type === 'connection_established') {
      const { connection_id: id } = parsed.payload
      const namesake = this.#lines.get(id)
      if (!namesake) this.#lines.set(id, { connection, where })
      else if (namesake.connection !== connection)
        this.#blame(
          'line',
          `${person}'s line is called ${id} in ${where}, as another was in ${namesake.where}`,
        )
    }
    const about = parsed.type === 'error_message' ? parsed.payload.client_message_id : undefined
    if (about !== undefined && !sent.has(about))
      this.#blame(
        'error',
        `${person} is told of an error of message ${about} in ${where}, and has sent none such`,
      )
  }

  #blame(kind: string, text: string): void {
    if (!this.#blamed.has(kind)) this.findings.push({ text })
    this.#blamed.add(kind)
  }
}
