import type { ConnectionEnd, Exchange, WireFrame } from '#wire/exchange'
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

  exchange({ person, number, service, request, response }: Exchange): void {
    this.#own(person, request.body ?? '')
    if (!response || service === 'outside') return
    const source: Origin = { kind: 'exchange', number }
    this.#tell(person, `${response.body}\n${Object.values(response.headers).join('\n')}`, source)
  }

  frame({ person, connection, direction, text, at }: WireFrame): void {
    if (direction === 'sent') this.#own(person, text)
    else this.#tell(person, text, { kind: 'frame', connection, at })
  }

  connectionEnd({ person, connection, reason, ours, at }: ConnectionEnd): void {
    if (!ours) this.#tell(person, reason, { kind: 'close', connection, at })
  }

  #own(person: string, text: string): void {
    for (const figure of longFiguresIn(text)) {
      this.#owners.set(figure, (this.#owners.get(figure) ?? new Set()).add(person))
    }
  }

  #tell(person: string, text: string, source: Origin): void {
    for (const figure of longFiguresIn(text)) this.#told.push({ figure, person, source })
  }
}

function longFiguresIn(text: string): string[] {
  const figures = Array.from(text.matchAll(LONG), ([figure]) => figure.replace(/\D/g, ''))
  return figures.filter((figure) => Number(figure) >= SHORTEST && Number(figure) % ROUND !== 0)
}
