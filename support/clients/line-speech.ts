import { acknowledgementOf, dialectOf, type Dialect } from '#contract/dialects'
import { readFrame, type ReceivedFrame } from '#contract/frames'
import { parseJson } from '#contract/json'
import { within, type Stop } from '#waiting/deadline'
import { milliseconds, seconds } from '#waiting/duration'
import { leaveAlone } from '#waiting/eventually'

/** The platform's own client waits as long after a handshake that the server leads. */
const AFTER_HANDSHAKE = milliseconds(500)
const LONGEST_HANDSHAKE = seconds(3)

/** What a line speaks, found out by its welcome. */
export class LineSpeech {
  readonly #owner: string | undefined
  readonly #shaken = Promise.withResolvers<true>()
  #dialect: Dialect | undefined

  /** @param owner of the token that opens the line */
  constructor(owner: string | undefined) {
    this.#owner = owner
  }

  /** What was heard, and what is due for it at once. */
  hear(text: string): { readonly parsed: ReceivedFrame; readonly reply: object | undefined } {
    const said = parseJson(text)
    this.#dialect ??= dialectOf(said)
    const parsed = readFrame(text, { dialect: this.#dialect, owner: this.#owner })
    if (parsed.type === 'unreadable' && parsed.kind === 'handshake_complete') this.#shaken.resolve(true)
    return { parsed, reply: acknowledgementOf(said) }
  }

  /** What is said before the server has led the handshake to its end is lost; where it leads none, nobody waits long. */
  async settle(stop: Stop): Promise<void> {
    if (this.#dialect !== 'oct25') return
    const isLed = await within('the handshake', LONGEST_HANDSHAKE, stop, this.#shaken.promise).catch(
      () => false,
    )
    if (isLed) await leaveAlone(AFTER_HANDSHAKE, stop)
  }
}
