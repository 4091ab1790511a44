import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** Somebody who asked something ordinary while another one asked for far too much. */
export interface Unbothered {
  readonly name: string
  /** What was wrong with what she was given. */
  readonly faults: readonly string[]
  /** How much of the noise was worked off between the acceptance of her question and the first word of it. */
  readonly wordsMeanwhile: number
  /** How much of it was still to come when her question was accepted. */
  readonly wordsToCome: number
}

/** Whoever is served in turn waits for a few words of the noise; whoever has to wait for it, for most of them. */
const MOST_TO_WAIT_FOR = 1 / 2

export function nobodyElseIsSlowed(seen: Seen<readonly Unbothered[]>): Check {
  const expected = 'everybody else is served in turn, as ever'
  return check('nobody-else-is-slowed', expected, seen, (others) => {
    const odd = others.flatMap(({ name, faults, wordsMeanwhile, wordsToCome }) => [
      ...faults.map((fault) => `${name}: ${fault}`),
      ...(wordsToCome > 0 ? [] : [`${name} asked when the noise was over`]),
      ...(wordsMeanwhile > wordsToCome * MOST_TO_WAIT_FOR
        ? [`${name} had to wait for ${wordsMeanwhile} of ${wordsToCome} words of the noise`]
        : []),
    ])
    const waits = others.map(({ wordsMeanwhile, wordsToCome }) => `${wordsMeanwhile} of ${wordsToCome}`)
    const observed =
      odd.join('; ') || `words of the noise that each waited for: ${waits.join(', ') || 'none'}`
    return settle(others.length > 0 && odd.length === 0, { observed })
  })
}
