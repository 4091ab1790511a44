import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** Somebody who has just come in, by what she was given. */
export interface Newcomer {
  readonly name: string
  readonly given: {
    readonly subject: string
    readonly session: string
    readonly access: string
    readonly renewal: string
  }
  /** Whether the pass names her own address. */
  readonly isHerself: boolean
}

const GIVEN = {
  subject: 'identities',
  session: 'sessions',
  access: 'passes',
  renewal: 'means of renewal',
} as const

/** Nobody shares an identity, a session or a pass with anybody. */
export function everybodyIsSomebodyElse(seen: Seen<readonly Newcomer[]>): Check {
  return check(
    'everybody-is-somebody-else',
    'identity, session and passes of her own, each',
    seen,
    (people) => {
      const counts = Object.entries(GIVEN).map(([kind, name]) => {
        const values = people.map(({ given }) => given[kind as keyof typeof GIVEN])
        return { name, count: new Set(values.filter(Boolean)).size }
      })
      const strangers = people.filter(({ isHerself }) => !isHerself).map(({ name }) => name)
      const told = counts.map(({ name, count }) => `${count} ${name}`).join(', ')
      const odd = strangers.length > 0 ? `; the pass names somebody else: ${strangers.join(', ')}` : ''
      const isDistinct = counts.every(({ count }) => count === people.length)
      return settle(people.length > 1 && isDistinct && strangers.length === 0, {
        observed: `${people.length} people, ${told}${odd}`,
      })
    },
  )
}

/** What somebody was told of herself. */
export interface HerselfRead {
  readonly name: string
  /** What was read. */
  readonly what: string
  readonly told: string
  readonly isOwn: boolean
}

export function eachReadsHerself(seen: Seen<readonly HerselfRead[]>): Check {
  return check('each-reads-herself', 'every read told of the reader, and of nobody else', seen, (reads) => {
    const odd = reads
      .filter(({ isOwn }) => !isOwn)
      .map(({ name, what, told }) => `${name}'s ${what}: ${told}`)
    const kinds = [...new Set(reads.map(({ what }) => what))].join(', ')
    const observed = odd.join('; ') || `${reads.length} reads at once, all of herself: ${kinds}`
    return settle(reads.length > 0 && odd.length === 0, { observed })
  })
}

/** Something of another's that was tried with one's own pass. */
export interface Intrusion {
  readonly what: string
  readonly outcome: string
  readonly isShut: boolean
}

export function tokenOpensNoOther(
  seen: Seen<{ intrusions: readonly Intrusion[]; owners: { opened: number; tried: number } }>,
): Check {
  const expected = "another's conversation stays shut, and the profile one's own"
  return check('pass-opens-no-other', expected, seen, ({ intrusions, owners }) => {
    const odd = intrusions.filter(({ isShut }) => !isShut)
    const observed =
      odd.map(({ what, outcome }) => `${what}: ${outcome}`).join('; ') ||
      `${intrusions.length} tries, all shut`
    const control = `their owners opened ${owners.opened} of ${owners.tried}`
    const holds = intrusions.length > 0 && odd.length === 0 && owners.opened === owners.tried
    return settle(holds, { observed, control })
  })
}
