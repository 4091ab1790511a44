import type { Exchange, WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import type { Finding } from './finding.ts'
import { AccountsJudge } from './model/accounts-judge.ts'
import { Belongings } from './model/belongings.ts'
import { callOf, type Call } from './model/call.ts'
import { LineNames } from './model/line-names.ts'
import { MessagesJudge } from './model/messages-judge.ts'
import { Moments } from './model/moments.ts'
import { Replays } from './model/replays.ts'
import { RunsJudge } from './model/runs-judge.ts'
import { Disputes } from './model/saying.ts'
import { ErrorsJudge, Stamps } from './model/stamps.ts'
import { Talk } from './model/talk.ts'
import { ThreadsJudge } from './model/threads-judge.ts'

type Skews = Readonly<Record<'auth' | 'backend', number>>

/**
 * Knows what each person owns and has done, and holds every answer against it. It judges when all is over: what
 * overlapped in time may be seen in either order, and that is known only afterwards.
 */
export class BelongingsWatch implements WireObserver {
  readonly #skewMs: Skews
  readonly #now: () => number
  readonly #calls: Call[] = []
  readonly #talk = new Talk()
  readonly #stamps = new Stamps()
  readonly #names = new LineNames()
  readonly #replays = new Replays()
  #startedAt: number | undefined

  /** @param skewMs how far the clock of each service is ahead of ours @param now milliseconds since 1970 */
  constructor(skewMs: Skews, now: () => number = Date.now) {
    this.#skewMs = skewMs
    this.#now = now
  }

  get findings(): readonly Finding[] {
    const calls = this.#calls.toSorted((one, other) => one.from - other.from)
    const belongings = new Belongings(calls, this.#talk)
    const { auth, backend } = this.#skewMs
    const moments = new Moments(backend, this.#startedAt ?? 0)
    const judges = [
      new AccountsJudge(calls, new Moments(auth, this.#startedAt ?? 0)),
      new ThreadsJudge(belongings, moments),
      new MessagesJudge(belongings, moments),
      new RunsJudge(belongings, moments),
      new ErrorsJudge(moments),
    ]
    const found = calls.flatMap((call) => {
      const disputes = new Disputes(call)
      for (const judge of judges) judge.judge(call, disputes)
      return disputes.found
    })
    const told = [this.#talk, this.#names, this.#replays].flatMap(({ findings }) => findings)
    const said = [...told, ...this.#stamps.findings(moments)]
    return [...said, ...found.map((text) => ({ text }))]
  }

  exchange(exchange: Exchange): void {
    this.#startedAt ??= this.#now() - exchange.at - exchange.elapsedMs
    const call = callOf(exchange)
    if (call) this.#calls.push(call)
  }

  frame(frame: WireFrame): void {
    this.#talk.note(frame)
    this.#stamps.note(frame)
    this.#names.note(frame)
    this.#replays.note(frame)
  }
}
