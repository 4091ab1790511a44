import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** Somebody who has just come in, by what she was given. */
export interface Newcomer {
  readonly name: string
  /** Her own address, and the one that her access token names. */
  readonly address: string
  readonly named: string
  /** Each is empty where she was given none. */
  readonly given: Readonly<Record<keyof typeof GIVEN, string>>
  /** Kinds that her way in does not give: a pass that is minted comes alone. */
  readonly lacks?: readonly (keyof typeof GIVEN)[]
}

const GIVEN = {
  subject: 'identities',
  session: 'sessions',
  access: 'passes',
  refresh: 'means of renewal',
} as const
const KINDS = Object.keys(GIVEN) as (keyof typeof GIVEN)[]

/** Nobody shares an identity, a session or a token with anybody. */
export function everybodyIsSomebodyElse(seen: Seen<readonly Newcomer[]>): Check {
  const expected = 'identity, session and passes of her own, each'
  return check('everybody-is-somebody-else', expected, seen, (people) => {
    const counts = KINDS.map((kind) => {
      const due = people.filter(({ lacks = [] }) => !lacks.includes(kind))
      const values = due.map(({ given }) => given[kind]).filter(Boolean)
      const count = new Set(values).size
      return { name: GIVEN[kind], count, due: due.length, isShared: count < values.length }
    })
    const strangers = people.filter(({ named, address }) => named !== address)
    const told = counts.map(({ name, count }) => `${count} ${name}`).join(', ')
    const names = strangers.map(({ name }) => name).join(', ')
    const odd = names ? `; the pass names somebody else: ${names}` : ''
    const isDistinct = counts.every(({ count, due }) => count === due)
    const isAnothers = strangers.some(({ named }) => people.some(({ address }) => address === named))
    return settle(people.length > 1 && isDistinct && strangers.length === 0, {
      observed: `${people.length} people, ${told}${odd}`,
      leak: isAnothers || counts.some(({ isShared }) => isShared),
    })
  })
}

/** What somebody was told of herself. */
export interface SelfRead {
  readonly name: string
  /** What was read. */
  readonly what: string
  /** What it told, and what is her own: ids and addresses, in order. */
  readonly told: readonly string[]
  readonly own: readonly string[]
}

/** Whoever reads is told of herself. What is not hers and is told to two people belongs to one of them at most: a leak. */
export function eachReadsHerself(seen: Seen<readonly SelfRead[]>): Check {
  return check('each-reads-herself', 'every read told of the reader, and of nobody else', seen, (reads) => {
    const odd = reads.filter(({ told, own }) => !isSame(told, own))
    const kinds = [...new Set(reads.map(({ what }) => what))].join(', ')
    const observed =
      odd.map(({ name, what, told }) => `${name}'s ${what}: ${told.join(', ')}`).join('; ') ||
      `${reads.length} reads at once, all of herself: ${kinds}`
    const leak = odd.some(({ name, told, own }) => {
      const foreign = told.filter((value) => value && !own.includes(value))
      return reads.some((other) => other.name !== name && holdsAny([...other.own, ...other.told], foreign))
    })
    return settle(reads.length > 0 && odd.length === 0, { observed, leak })
  })
}

function holdsAny(values: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((value) => values.includes(value))
}

function isSame(told: readonly string[], own: readonly string[]): boolean {
  return told.length === own.length && told.every((value, index) => value === own[index])
}

/** Something of another's that was asked for with one's own token. */
export interface Intrusion {
  readonly what: string
  readonly status: number
  /** What was answered, in words. */
  readonly outcome: string
  /** Id of what was asked for, and of what was shown. */
  readonly askedFor: string
  readonly shown: string | undefined
  /** Id of what has to be shown in its place; missing where it has to be refused. */
  readonly own?: string
}

/** What was tried on one another, and how each owner's own thread was answered. */
export interface Intrusions {
  readonly intrusions: readonly Intrusion[]
  /** Statuses. */
  readonly owners: readonly number[]
}

/** Nobody's token opens what is another's, while its owner's does. */
export function tokenOpensNoOther(seen: Seen<Intrusions>): Check {
  const expected = "another's conversation stays shut, and the profile one's own"
  return check('pass-opens-no-other', expected, seen, ({ intrusions, owners }) => {
    const odd = intrusions.filter(({ status, shown, own }) => (own ? shown !== own : status !== 404))
    const observed =
      odd.map(({ what, outcome }) => `${what}: ${outcome}`).join('; ') ||
      `${intrusions.length} tries, all shut`
    const opened = owners.filter((status) => status === 200).length
    return settle(intrusions.length > 0 && odd.length === 0 && opened === owners.length, {
      observed,
      control: `their owners opened ${opened} of ${owners.length}`,
      leak: odd.some(({ shown, askedFor }) => shown === askedFor),
    })
  })
}
