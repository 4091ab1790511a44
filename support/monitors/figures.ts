import type { ConnectionEnd, Exchange, OpenedLine, SentRequest, WireFrame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { locate, type Finding, type Origin } from './finding.ts'

const GROUP = String.raw`[,.'\u2019 \u00a0\u2009\u202f_]`
/** Whole numbers of seven digits or more, grouped or not: shorter ones may be the same by chance. */
const LONG = new RegExp(
  String.raw`(?<![\w.-])(?:\d{1,3}(${GROUP})\d{3}(?:\1\d{3})+(?!\w)|\d{7,}(?![\w-]))`,
  'g',
)
const SHORTEST = 1_000_000
/** Round numbers are anybody's. */
const ROUND = 1_000

interface ToldFigure {
  readonly figure: string
  readonly person: string
  readonly source: Origin
}

/** Looks for the figures that people have told the platform in what others are told, with or without a name. */
export class FigureWatch implements WireObserver {
  /** By figure, who has told it. */
  readonly #owners = new Map<string, Set<string>>()
  readonly #told: ToldFigure[] = []
  /** What somebody has said, or says at this moment. */
  readonly #said = new Set<string>()
  /** By figure that nobody had said before, as an id may be: who was told it. */
  readonly #given = new Map<string, Set<string>>()
  /** By connection, the token that opened it. */
  readonly #tokens = new Map<number, string>()
  readonly #spokenFor: (text: string) => string | undefined

  /** @param spokenFor in whose name the bearer of a token speaks by right, if in another's than her own */
  constructor(spokenFor: (text: string) => string | undefined = () => undefined) {
    this.#spokenFor = spokenFor
  }

  /** Everything that was told to somebody who has not said it herself. */
  get findings(): readonly Finding[] {
    const seen = new Set<string>()
    return this.#told.flatMap(({ figure, person, source }) => {
      const owners = this.#owners.get(figure)
      const key = `${figure} ${person}`
      if (!owners || owners.has(person) || seen.has(key)) return []
      seen.add(key)
      const whose = [...owners].join(' and ')
      return [{ text: `${person} was told ${figure}, which is a figure of ${whose}'s, in ${locate(source)}` }]
    })
  }

  /** How many figures are somebody's. */
  get known(): number {
    return this.#owners.size
  }

  asked(_route: string | undefined, { body = '' }: SentRequest): void {
    for (const figure of longFiguresIn(body)) this.#said.add(figure)
  }

  exchange({ person, number, service, request, response }: Exchange): void {
    const { body = '', headers } = request
    const token = headers['authorization'] ?? body
    this.#own(person, body, token)
    if (!response || service === 'outside') return
    const source: Origin = { kind: 'exchange', number }
    this.#tell(person, token, source, `${response.body}\n${Object.values(response.headers).join('\n')}`)
  }

  opened({ connection, token }: OpenedLine): void {
    this.#tokens.set(connection, token)
  }

  frame({ person, connection, direction, text, at }: WireFrame): void {
    const token = this.#tokens.get(connection) ?? ''
    if (direction === 'sent') this.#own(person, text, token)
    else this.#tell(person, token, { kind: 'frame', connection, at }, text)
  }

  connectionEnd({ person, connection, reason, ours, at }: ConnectionEnd): void {
    const token = this.#tokens.get(connection) ?? ''
    if (!ours) this.#tell(person, token, { kind: 'close', connection, at }, reason)
  }

  #own(bearer: string, text: string, token: string): void {
    const person = this.#spokenFor(token) ?? bearer
    for (const figure of longFiguresIn(text)) {
      // Whoever names what another one was given first has no figure of her own there.
      const isAnothers = this.#given.get(figure)?.has(person) === false
      // From now on, who is told it may have named it.
      this.#said.add(figure)
      if (isAnothers) continue
      this.#owners.set(figure, (this.#owners.get(figure) ?? new Set()).add(person))
    }
  }

  #tell(bearer: string, token: string, source: Origin, text: string): void {
    const person = this.#spokenFor(token) ?? bearer
    for (const figure of longFiguresIn(text)) {
      this.#told.push({ figure, person, source })
      if (!this.#said.has(figure)) this.#given.set(figure, (this.#given.get(figure) ?? new Set()).add(person))
    }
  }
}

function longFiguresIn(text: string): string[] {
  const figures = Array.from(text.matchAll(LONG), ([figure]) => figure.replace(/\D/g, ''))
  return figures.filter((figure) => Number(figure) >= SHORTEST && Number(figure) % ROUND !== 0)
}
