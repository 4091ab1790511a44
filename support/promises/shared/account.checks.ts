import { canonicalJson } from '#contract/json'
import type { MeAnswer, MessageAnswer, ThreadAnswer } from '#contract/answers'

/** A conversation, with what is said in it. */
export interface ThreadState {
  readonly thread: ThreadAnswer
  readonly messages: readonly MessageAnswer[]
}

/** What somebody's account and work look like to themselves. */
export interface AccountState {
  readonly me: MeAnswer
  /** How many conversations there are, as is said. */
  readonly total: number
  readonly threads: readonly ThreadState[]
}

/** What differs between two looks at an account, each in a few words: `her name was "Asha" and is "Eve"`. */
export function accountChanges(before: AccountState, after: AccountState): string[] {
  const [was, is] = [new Map(factsOf(before)), new Map(factsOf(after))]
  const changed = [...new Set([...was.keys(), ...is.keys()])].filter((fact) => was.get(fact) !== is.get(fact))
  return changed.map((fact) => `${fact} was ${was.get(fact) ?? 'not there'} and is ${is.get(fact) ?? 'gone'}`)
}

const MOST_CHANGES_TOLD = 3

/** What has changed in an account, in one line. */
export function describeChanges(changes: readonly string[]): string {
  if (changes.length === 0) return 'her account and work are as before'
  const more = changes.length - MOST_CHANGES_TOLD
  return changes.slice(0, MOST_CHANGES_TOLD).join(', ') + (more > 0 ? `, and ${more} more changes` : '')
}

/** Everything that there is to know of an account, as names and JSON. */
function* factsOf({ me, total, threads }: AccountState): Generator<[string, string]> {
  yield* fieldsOf('her', me)
  yield ['the number of her conversations', String(total)]
  yield ['the order of her conversations', threads.map(({ thread }) => thread.id).join(', ')]
  for (const { thread, messages } of threads) {
    yield* fieldsOf(`in conversation ${thread.id} the`, thread)
    for (const [index, message] of messages.entries())
      yield* fieldsOf(`in conversation ${thread.id} message ${index + 1}'s`, message)
  }
}

function fieldsOf(whose: string, fields: object): [string, string][] {
  // When a token ends is the token's business, not the account's.
  const own = Object.entries(fields).filter(([name]) => name !== 'token_expires_at')
  return own.map(([name, value]) => [`${whose} ${name.replaceAll('_', ' ')}`, canonicalJson(value)])
}
