import { randomUUID } from 'node:crypto'
import type { LIVE_ACCESS } from '#contract/access'
import { ERRORS } from '#contract/codes'

/** A message of some kind, of which one thing is not as it has to be. */
export interface OddMessage {
  /** As it is told: `resume without after`. */
  readonly what: string
  readonly type: MessageType
  readonly text: string
  /** There is no payload to speak of: that may be called broken, too. */
  readonly isShapeless: boolean
}

/** A message that is not as it has to be, and how it is sent. */
export interface Fault {
  readonly what: string
  /** What it may be answered with. */
  readonly codes: readonly [string, ...string[]]
  readonly text: string
  readonly isBinary?: true
  /** Whether it is sent on a line of its own, and whether it may end that. */
  readonly isApart?: boolean
  readonly mayEnd?: boolean
}

type MessageType = keyof typeof LIVE_ACCESS

/** Of each kind of message, what a good one holds. */
const GOOD: Readonly<Record<MessageType, (threadId: string) => Readonly<Record<string, unknown>>>> = {
  user_message: (id) => ({ content: 'Hello?', thread_id: id, client_message_id: randomUUID() }),
  ping: () => ({ nonce: '1' }),
  resume: (id) => ({ thread_id: id, after: 0 }),
  stop_run: () => ({ run_id: `run_${randomUUID()}` }),
  reauthenticate: () => ({ token: 'none' }),
}

/** In place of a text, and in place of a number. */
const SENSELESS = { string: [null, 7, { $ne: '' }], number: [null, 'all', '0', { $gte: 0 }] }
const SHAPELESS = [undefined, null, [], 'Hello?']

/** Every kind of message with each of its fields left out, null and of other types; and without its payload. */
export function oddMessages(threadId: string): OddMessage[] {
  return Object.entries(GOOD).flatMap(([name, payloadFor]) => {
    const type = name as MessageType
    const payload = payloadFor(threadId)
    const odd = Object.entries(payload).flatMap(([field, good]) =>
      [undefined, ...SENSELESS[typeof good === 'number' ? 'number' : 'string']].map((value) =>
        odden(type, { ...payload, [field]: value }, field, value),
      ),
    )
    const shapeless = SHAPELESS.map((value) => ({
      ...odden(type, value, 'payload', value),
      isShapeless: true,
    }))
    return [...odd, ...shapeless]
  })
}

/** The same, with what each may be answered with. */
export function oddFaults(threadId: string): Fault[] {
  const { format, invalid, authentication } = ERRORS
  return oddMessages(threadId).map(({ what, type, text, isShapeless }) => {
    const isApart = type === 'reauthenticate'
    // Where nothing is shown at all, it may be called a bad token.
    const mayEnd = isApart && isShapeless
    const more = [...(isShapeless ? [format] : []), ...(mayEnd ? [authentication] : [])]
    return { what, text, codes: [invalid, ...more], isApart, mayEnd }
  })
}

function odden(type: MessageType, payload: unknown, field: string, value: unknown): OddMessage {
  const what =
    value === undefined ? `${type} without ${field}` : `${type} with ${field} ${JSON.stringify(value)}`
  return { what, type, text: JSON.stringify({ type, payload }), isShapeless: false }
}
