import { isDeepStrictEqual } from 'node:util'
import type { Reply, Trespass } from './trespass.checks.ts'

type Headers = Readonly<Record<string, string>>

/** Technical: with fewer of either kind, chance may tell them apart. */
const FEWEST = 4
/** Technical: a header that tells them apart has few values, or comes with so many of one kind, and none of the other. */
const SHARE = 1 / 4
/** Times, lengths and counters differ for many reasons. */
const FLEETING = /^[\d.,:]+ ?[a-zµ%]*$|\d\d:\d\d:\d\d/i

/** Whether two replies are the same but for headers that differ each time. */
export function isAlike(one: Reply, other: Reply): boolean {
  return isDeepStrictEqual({ ...one, beside: undefined }, { ...other, beside: undefined })
}

/** A header that tells what is another's from what does not exist, at one of the ways or at all; undefined if none does. */
export function tellingHeader(tries: readonly Trespass[]): string | undefined {
  const ways = new Set(tries.map(({ name }) => name))
  const told = [...ways].map((way) => {
    const name = tellsApart(
      tries.filter((tried) => tried.name === way),
      1,
    )
    return name === undefined ? undefined : `${name} at ${way}`
  })
  const everywhere = tellsApart(tries, SHARE)
  return everywhere === undefined ? told.find(Boolean) : `${everywhere} everywhere`
}

/** @param share of one kind that a header has to come with */
function tellsApart(tries: readonly Trespass[], share: number): string | undefined {
  const foreign = headersOf(tries.map((tried) => tried.foreign))
  const unknown = headersOf(tries.map((tried) => tried.unknown))
  if (Math.min(foreign.length, unknown.length) < FEWEST) return undefined
  const names = new Set([...foreign, ...unknown].flatMap((headers) => Object.keys(headers)))
  return [...names].find((name) => {
    const these = foreign.map((headers) => headers[name])
    const those = unknown.map((headers) => headers[name])
    return comesWith(these, those, share) || comesWith(those, these, share) || hasValuesOf(these, those)
  })
}

type Values = readonly (string | undefined)[]

function comesWith(these: Values, others: Values, share: number): boolean {
  const present = these.filter((value) => value !== undefined).length
  return present >= these.length * share && others.every((value) => value === undefined)
}

function hasValuesOf(these: Values, those: Values): boolean {
  const [ours, others] = [new Set(these), new Set(those)]
  const isFew = ours.size <= these.length * SHARE && others.size <= those.length * SHARE
  const isFleeting = [...ours, ...others].some((value) => value !== undefined && FLEETING.test(value))
  return isFew && !isFleeting && [...ours].every((value) => !others.has(value))
}

/** Each answer once, for one may stand beside several. */
function headersOf(replies: readonly Reply[]): Headers[] {
  return [...new Set(replies)].flatMap((reply) =>
    reply.kind === 'answer' && reply.status >= 400 && reply.beside ? [reply.beside] : [],
  )
}
