import type { ConnectionEnd, WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import type { Finding } from './finding.ts'

/** A busy platform is late with a sign of life; without so many of them in a row, there are none any more. */
const IN_A_ROW = 3

/** What was heard on one line. */
interface Heard {
  readonly person: string
  /** How often it says that it gives signs of life, in milliseconds; undefined where it does not say so. */
  interval: number | undefined
  /** When something was heard last, and the longest time without a word until then: in milliseconds. */
  at: number
  silence: number
}

/** Follows how long each line is without a word, whatever has happened on it before. */
export class QuietLines implements WireObserver {
  readonly #lines = new Map<number, Heard>()

  frame({ connection, person, direction, parsed, at }: WireFrame): void {
    if (direction === 'sent') return
    const line = this.#lines.get(connection) ?? { person, interval: undefined, at, silence: 0 }
    this.#lines.set(connection, line)
    hear(line, at)
    if (parsed?.type !== 'connection_established') return
    const { heartbeat_interval_seconds: seconds } = parsed.payload
    line.interval = seconds === undefined ? undefined : seconds * 1000
  }

  /** Whoever does not listen any more hears no sign of life. */
  connectionEnd({ connection, isUnheard, at }: ConnectionEnd): void {
    const line = this.#lines.get(connection)
    if (line && !isUnheard) hear(line, at)
  }

  /** Each line that was without a word for longer than its signs of life allow. @param lateMs how much later they may be seen */
  findings(lateMs: number): Finding[] {
    return [...this.#lines].flatMap(([number, { person, interval, silence }]) => {
      if (interval === undefined || silence <= IN_A_ROW * interval + lateMs) return []
      const [quiet, stated] = [silence, interval].map((ms) => `${Math.round(ms / 100) / 10} s`)
      return [
        {
          text: `${person}'s line ${number} gave no sign of life for ${quiet}, of ${stated} as it has stated`,
        },
      ]
    })
  }
}

function hear(line: Heard, at: number): void {
  line.silence = Math.max(line.silence, at - line.at)
  line.at = at
}
