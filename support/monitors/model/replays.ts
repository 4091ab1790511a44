import { z } from 'zod'
import { isAgentEvent, type AgentEvent } from '#contract/frames'
import { parseJson } from '#contract/json'
import type { WireFrame } from '#wire/exchange'
import { locate, type Finding } from '#monitors/finding'

const Resume = z.object({
  type: z.literal('resume'),
  payload: z.object({ thread_id: z.string(), after: z.number() }),
})

/** What somebody wants to be told again on a line. */
interface Wish {
  readonly after: number
  /** Everything that was told in that thread, on whatever line, when she asked: by its number, where. */
  readonly due: ReadonlyMap<number, string>
  readonly told: Set<number>
}

/** What is told again: whatever was told once, on any line, is told to whoever asks for it, however old it is. */
export class Replays {
  /** Each that left something out. */
  readonly findings: Finding[] = []
  /** By thread. */
  readonly #told = new Map<string, Map<number, string>>()
  /** By line and thread. */
  readonly #wishes = new Map<string, Wish>()

  note({ connection, person, direction, text, parsed, at }: WireFrame): void {
    const where = locate({ kind: 'frame', connection, at })
    if (direction === 'sent') return this.#noteSent(connection, text)
    if (parsed && isAgentEvent(parsed)) this.#noteEvent(connection, parsed, where)
    if (parsed?.type !== 'replay_complete') return
    const { thread_id: thread } = parsed.payload
    const key = `${connection} ${thread}`
    const wish = this.#wishes.get(key)
    this.#wishes.delete(key)
    const [lost, ...more] = wish ? [...wish.due].filter(([number]) => !wish.told.has(number)) : []
    if (!wish || !lost) return
    const [number, source] = lost
    const others = more.length > 0 ? ` and ${more.length} more` : ''
    const what = `${person} asks what came after #${wish.after} of ${thread}`
    this.findings.push({ text: `${what}, and until ${where} is not told #${number} (${source})${others}` })
  }

  #noteSent(connection: number, text: string): void {
    const { data } = text.includes('"resume"') ? Resume.safeParse(parseJson(text)) : {}
    if (!data) return
    const { thread_id: thread, after } = data.payload
    const due = new Map([...(this.#told.get(thread) ?? [])].filter(([number]) => number > after))
    this.#wishes.set(`${connection} ${thread}`, { after, due, told: new Set() })
  }

  #noteEvent(
    connection: number,
    { sequence, payload: { thread_id: thread } }: AgentEvent,
    where: string,
  ): void {
    const told = this.#told.get(thread) ?? new Map<number, string>()
    this.#told.set(thread, told)
    if (!told.has(sequence)) told.set(sequence, where)
    this.#wishes.get(`${connection} ${thread}`)?.told.add(sequence)
  }
}
