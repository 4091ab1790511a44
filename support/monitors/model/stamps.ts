import { BackendError } from '#contract/answers'
import { isAgentEvent } from '#contract/frames'
import { readWell } from '#contract/reading'
import { ROUTES } from '#contract/routes'
import type { WireFrame } from '#wire/exchange'
import { locate } from '#monitors/finding'
import type { Call } from './call.ts'
import type { Moments } from './moments.ts'
import type { Disputes } from './saying.ts'
import type { Window } from './window.ts'

interface Stamp extends Window {
  readonly person: string
  /** What carries it: "a heartbeat". */
  readonly what: string
  readonly told: string
}

/** The times that frames carry, apart from what they tell of work: that may be told again later. */
export class Stamps {
  readonly #all: Stamp[] = []

  note({ person, connection, direction, parsed, at }: WireFrame): void {
    if (direction === 'sent' || !parsed || parsed.type === 'unreadable' || isAgentEvent(parsed)) return
    const where = locate({ kind: 'frame', connection, at })
    const known = { person, from: at, to: at, where }
    this.#all.push({ ...known, what: `frame ${parsed.type}`, told: parsed.timestamp })
    const time = parsed.type === 'connection_established' ? parsed.payload.server_time : undefined
    if (time !== undefined) this.#all.push({ ...known, what: "server's time", told: time })
  }

  /** The first of each kind that says another time than it came at. */
  findings(moments: Moments): { readonly text: string }[] {
    const odd = new Map<string, Stamp>()
    for (const stamp of this.#all) {
      const { what, told } = stamp
      const isTime = !Number.isNaN(Date.parse(told))
      if (isTime && !odd.has(what) && !moments.isWithin(told, stamp)) odd.set(what, stamp)
    }
    return [...odd.values()].map((stamp) => {
      const { person, what, told, where } = stamp
      return { text: `${person}'s ${what} came as ${where}, dated ${told}, ${moments.distance(told, stamp)}` }
    })
  }
}

/** An error of the backend is dated when it was told. */
export class ErrorsJudge {
  readonly #moments: Moments

  constructor(moments: Moments) {
    this.#moments = moments
  }

  /** Judges an answer, if it is an error of the backend. */
  judge(call: Call, disputes: Disputes): void {
    const isError = ROUTES[call.route].service === 'backend' && (call.status ?? 0) >= 400
    const { data } = isError ? readWell(BackendError, call.told) : {}
    if (!data) return
    if (this.#moments.isWithin(data.timestamp, call)) return
    const distance = this.#moments.distance(data.timestamp, call)
    disputes.about('refusal')('was told', undefined, `dated ${data.timestamp}, ${distance},`)
  }
}
