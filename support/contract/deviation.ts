/**
 * How much it matters that something is not as the contract has it: it breaks what is promised and makes the run red,
 * or it only differs, does nobody any harm, and is reported.
 */
export type Weight = 'breaks' | 'differs'

/** One way in which the platform is not as the contract has it. */
export interface Deviation {
  /** What, and where in the contract; the same words each time: `GET /auth/me: \`name\` is missing`. */
  readonly text: string
  readonly weight: Weight
}

/** The same, with how often it was met, and where first. */
export interface CountedDeviation extends Deviation {
  readonly count: number
  /** `exchange 3`, and of which scenario. */
  readonly first: string
  /** What those who run the deployment have said of it, where they know of it. */
  readonly known?: Acknowledgement | undefined
}

/** Why a deviation is known, where it is followed up, and how long it may last. */
export interface Acknowledgement {
  readonly reason: string
  readonly issue: string
  /** The last day: `2027-03-31`. */
  readonly until: string
  /** Whether that day is over. */
  readonly expired: boolean
}

/** Deviations of the same kind taken together, in the order in which they were met. */
export function countTogether(all: readonly CountedDeviation[]): CountedDeviation[] {
  const byText = new Map<string, CountedDeviation>()
  for (const deviation of all) {
    const known = byText.get(deviation.text)
    byText.set(deviation.text, known ? { ...known, count: known.count + deviation.count } : deviation)
  }
  return [...byText.values()]
}

/** `GET /auth/me: \`name\` is missing (41 times, first in AUTH-1, exchange 3)`. */
export function describeDeviation({ text, count, first, known }: CountedDeviation): string {
  return `${text} (${count === 1 ? 'once' : `${count} times, first`} in ${first})${describeKnown(known)}`
}

function describeKnown(known: Acknowledgement | undefined): string {
  if (!known) return ''
  const { reason, issue, until, expired } = known
  return expired
    ? `; it was known until ${until}, which is over (${issue})`
    : `; known until ${until}: ${reason} (${issue})`
}
