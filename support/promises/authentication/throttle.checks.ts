import { lastingText } from '#contract/fleeting'
import { saysWhy } from '#contract/refusal-words'
import { check, settle, type Check } from '#expect/check'
import { NotTestable, type Seen } from '#expect/seen'
import { describeAttempt, type Attempt } from '#promises/shared/refusals.checks'
import { formatDuration, type Duration } from '#waiting/duration'

/** A guess, and how long it says that the next one has to wait. */
export interface Guess extends Attempt {
  readonly retryAfter: string | undefined
}

/** Guesses at one address, more than may be. */
export interface GuessedAddress {
  /** Whose address, in words. */
  readonly at: string
  readonly guesses: readonly Guess[]
  /** From before the first guess until after the last one. */
  readonly took: Duration
}

/** What came of guessing too often. */
export interface Guesses {
  /** The first one has an account with a password. */
  readonly addresses: readonly GuessedAddress[]
  /** How somebody else got in meanwhile. */
  readonly signIns: readonly Attempt[]
  /** What failures of somebody were answered who had failed before, and got in between: few each time, many in all. */
  readonly forgotten: readonly Attempt[]
  /** Status of a request in the session that the owner already had. */
  readonly ownSession: number
  /** How long ago that was: since before the first guess, and since after the last. */
  readonly sinceTheFirst: () => Duration
  readonly sinceTheLast: () => Duration
}

/** How long a failure counts; told as a moment, by a clock that may be a second old, it is one more. */
const WINDOW_SECONDS = 60
/** Whole seconds, rounded either way, and the way of the answers. */
const GRAIN_SECONDS = 2

/** Guessing is slowed, wherever it is done, and nobody else is. @param allowed how many failures there may be before */
export function guessingSlowed(allowed: number, seen: Seen<Guesses>): Check[] {
  return [isSlowed(allowed, seen), isSlowedAlike(seen), waitIsTold(seen), othersAreNot(seen)]
}

function isSlowed(allowed: number, seen: Seen<Guesses>): Check {
  const expected = `${allowed} looked at and refused (401), every other one told to wait (429)`
  return check('guessing-is-slowed', expected, seen, ({ addresses: [first] }) => {
    const { guesses } = first ?? { guesses: [] }
    const lookedAt = guesses.filter(({ status }) => status === 401).length
    const slowed = guesses.filter(({ status }) => status === 429)
    const isAll = lookedAt === allowed && slowed.length > 0 && lookedAt + slowed.length === guesses.length
    return settle(isAll && slowed.every(({ text }) => saysWhy(text)), {
      observed: describeGuesses(first),
    })
  })
}

function isSlowedAlike(seen: Seen<Guesses>): Check {
  const expected = 'the same answers, as often, with and without an account'
  return check('guessing-is-slowed-alike', expected, seen, ({ addresses: [first, ...others] }) => {
    needSlowed(first)
    const odd = others.filter((other) => answersOf(other) !== answersOf(first))
    return settle(first !== undefined && others.length > 0 && odd.length === 0, {
      observed: (odd.length > 0 ? odd : others).map(describeGuesses).join('; ') || 'tried nowhere else',
      control: describeGuesses(first),
    })
  })
}

/** Where nobody is slowed, that is told once. @throws {NotTestable} */
function needSlowed(address: GuessedAddress | undefined): void {
  if (address && !address.guesses.some(({ status }) => status === 429))
    throw new NotTestable(`no guess at ${address.at} was slowed`)
}

/** How many were looked at, and every answer there was; how long one has to wait differs. */
function answersOf(address: GuessedAddress | undefined): string {
  const { guesses } = address ?? { guesses: [] }
  const told = new Set(guesses.map((one) => `${one.status} ${lastingText(one.text).replace(/\d+/g, '0')}`))
  return [guesses.filter(({ status }) => status === 401).length, ...[...told].sort()].join(' ')
}

function describeGuesses(address: GuessedAddress | undefined): string {
  if (!address) return 'nothing was tried'
  const counts = new Map<string, number>()
  for (const { status, text, what } of address.guesses) {
    const answer = describeAttempt({ what: '', status, text }).slice(2)
    counts.set(answer, (counts.get(answer) ?? 0) + (what ? 1 : 0))
  }
  return `at ${address.at} ${[...counts].map(([answer, count]) => `${count} times ${answer}`).join(', ')}`
}

function waitIsTold(seen: Seen<Guesses>): Check {
  const expected = `each time the seconds until the first failure is ${WINDOW_SECONDS} s old`
  return check('told-wait-is-true', expected, seen, ({ addresses }) => {
    needSlowed(addresses[0])
    const waits = addresses.flatMap(({ guesses, took }) =>
      guesses.filter(({ status }) => status === 429).map((slowed) => ({ wait: slowed.retryAfter, took })),
    )
    const isTrue = waits.every(({ wait, took }) => isWithin(Number(wait ?? NaN), took))
    const told = [...new Set(waits.map(({ wait }) => (wait === undefined ? 'nothing' : `${wait} s`)))]
    return settle(waits.length > 0 && isTrue, { observed: `told ${told.join(', ') || 'nobody'}` })
  })
}

function isWithin(wait: number, took: Duration): boolean {
  const least = WINDOW_SECONDS - Math.ceil(took.ms / 1000) - GRAIN_SECONDS
  return Number.isInteger(wait) && wait >= Math.max(1, least) && wait <= WINDOW_SECONDS + 1
}

function othersAreNot(seen: Seen<Guesses>): Check {
  const expected = 'others sign in, whoever signs in may fail as often again, and an open session stays open'
  return check('nobody-else-is-slowed', expected, seen, ({ signIns, forgotten, ownSession }) => {
    const told = signIns.map(({ what, status }) => `${what} signs in: ${status}`)
    const counted = forgotten.filter(({ status }) => status !== 401).map(describeAttempt)
    const observed = [
      told.join(', '),
      `the guessed-at account's open session: ${ownSession}`,
      ...counted.slice(0, 1).map((one) => `who has got in, ${one}`),
    ].join('; ')
    const areIn = signIns.length > 0 && signIns.every(({ status }) => status === 200)
    return settle(areIn && counted.length === 0 && ownSession === 200, { observed })
  })
}

/** Tries at an account that was guessed at too often, some time later. */
export interface LateTries {
  /** The shortest wait that was told, in seconds. */
  readonly told: number
  /** How long ago that was, as far as it is known: it was told between the first guess and the last. */
  readonly after: { readonly least: Duration; readonly most: Duration }
  readonly tries: readonly Guess[]
}

/** The wait that was told is kept, whatever password is tried. */
export function waitIsKept(seen: Seen<LateTries>): Check {
  const expected = 'while that wait lasts, no password is looked at (429), and what is left of it is told'
  return check('wait-is-kept', expected, seen, ({ told, after, tries }) => {
    if (!Number.isFinite(told)) throw new NotTestable('nobody was told to wait')
    const since = `${formatDuration(after.least)} after a wait of ${told} s was told`
    const [least, most] = [told - after.most.ms / 1000, told - after.least.ms / 1000]
    if (least < GRAIN_SECONDS) throw new NotTestable(`the wait was over: ${since}`)
    const isLeft = (left: number): boolean => left >= least - GRAIN_SECONDS && left <= most + GRAIN_SECONDS
    const isKept = ({ status, retryAfter }: Guess): boolean => status === 429 && isLeft(Number(retryAfter))
    const described = tries.map((each) => `${describeAttempt(each)}, wait ${each.retryAfter ?? 'unknown'} s`)
    return settle(tries.length > 0 && tries.every(isKept), { observed: `${since}: ${described.join('; ')}` })
  })
}
