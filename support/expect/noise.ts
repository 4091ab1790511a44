import { check, settle, type Check } from './check.ts'

/** Somebody who asked something ordinary while another one asked for far too much. */
export interface Unbothered {
  readonly name: string
  /** What was wrong with what she was given. */
  readonly faults: readonly string[]
  /** How much of the noise was worked off between the acceptance of her question and the first word of it. */
  readonly wordsMeanwhile: number
  readonly wordsInAll: number
  /** How much of it was still to come when her question was accepted: that there was noise. */
  readonly wordsAfterwards: number
}

/** Whoever is served in turn waits for a few words of the noise; whoever has to wait for it, for most of them. */
const MOST_TO_WAIT_FOR = 1 / 2

export function nobodyElseIsSlowed(look: () => Promise<readonly Unbothered[]>): Check {
  const expected = 'everybody else is served in turn, as ever'
  return check('ISO-5.nobody-else-is-slowed', expected, async () => {
    const others = await look()
    const odd = others.flatMap(({ name, faults, wordsMeanwhile, wordsInAll, wordsAfterwards }) => [
      ...faults.map((fault) => `${name}: ${fault}`),
      ...(wordsAfterwards > 0 ? [] : [`${name} asked when the noise was over`]),
      ...(wordsMeanwhile > wordsInAll * MOST_TO_WAIT_FOR
        ? [`${name} had to wait for ${wordsMeanwhile} of ${wordsInAll} words of the noise`]
        : []),
    ])
    const waits = others.map(({ wordsMeanwhile }) => wordsMeanwhile).join(', ')
    const [{ wordsInAll } = { wordsInAll: 0 }] = others
    const observed =
      odd.join('; ') || `${others.length} waited for ${waits} of ${wordsInAll} words of the noise`
    return settle(others.length > 0 && odd.length === 0, { observed })
  })
}
