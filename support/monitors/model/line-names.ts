import type { ReceivedFrame } from '#contract/frames'
import { parseJson } from '#contract/json'
import type { WireFrame } from '#wire/exchange'
import { locate, type Finding } from '#monitors/finding'

const NAME = /"(?:client_message_id|nonce)":\s*("(?:[^"\\]|\\.)*")/g

/** What lines are called, and which message is taken, refused or answered by a pong: each line is called otherwise, all else was sent. */
export class LineNames {
  /** Each kind once. */
  readonly findings: Finding[] = []
  /** By name, where it was told first. */
  readonly #lines = new Map<string, { readonly connection: number; readonly where: string }>()
  /** By person, the names of what she has sent, and what her pings have said. */
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
      if (!id) return
      if (!namesake) this.#lines.set(id, { connection, where })
      else if (namesake.connection !== connection)
        this.#blame(
          'line',
          `${person}'s line is called ${id} in ${where}, as another was in ${namesake.where}`,
        )
    }
    const about = aboutOf(parsed)
    if (about && !sent.has(about))
      this.#blame(
        parsed.type,
        `${person} is told ${parsed.type} of ${about} in ${where}, and has sent none such`,
      )
  }

  #blame(kind: string, text: string): void {
    if (!this.#blamed.has(kind)) this.findings.push({ text })
    this.#blamed.add(kind)
  }
}

/** Which of her messages a frame says that it answers. */
function aboutOf(frame: ReceivedFrame): string | undefined {
  const { type } = frame
  if (type === 'error_message' || type === 'message_accepted') return frame.payload.client_message_id
  return frame.type === 'pong' ? frame.payload.nonce : undefined
}
