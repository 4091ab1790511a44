import type { FeatureRecord, RunRecord } from '#verdict/conclusion'
import { judgeScenario } from '#verdict/lattice'

/** What becomes of what a feature protects: all of its promises were kept, one was broken, or neither was shown. */
export type Standing = 'protected' | 'at risk' | 'not proven'

/** What is known to be broken is so none the less. */
const BROKEN = ['failed', 'isolation-violated', 'known-failure']

/** Who is liable for what leaks is so in whatever promise it has leaked. */
const LIABILITY = /\bliability\b/

/** What a run says of what a feature protects. */
export function standingOf(
  { uri, protects = '' }: FeatureRecord,
  { scenarios }: Pick<RunRecord, 'scenarios'>,
): Standing {
  const judged = scenarios.map((scenario) => ({ ...scenario, ...judgeScenario(scenario) }))
  const verdicts = judged.filter(({ feature }) => feature === uri).map(({ verdict }) => verdict)
  const hasLeaked = judged.some(({ verdict }) => verdict === 'isolation-violated')
  if (hasLeaked && LIABILITY.test(protects)) return 'at risk'
  if (verdicts.some((verdict) => BROKEN.includes(verdict))) return 'at risk'
  const isKept = verdicts.length > 0 && verdicts.every((verdict) => verdict === 'passed')
  return isKept ? 'protected' : 'not proven'
}

const AMOUNT = /^\$(\d+)K\+ (MRR|liability)\b/

/**
 * Adds up what features protect, each kind of money for itself; what is no amount is told as it stands.
 *
 * @param texts `$50K+ MRR from authentication failures`
 * @returns `['$100K+ MRR', 'the premium experience …']`
 */
export function addUp(texts: readonly string[]): string[] {
  const sums = new Map<string, number>()
  const others: string[] = []
  for (const text of texts) {
    const [, thousands, kind = ''] = AMOUNT.exec(text) ?? []
    if (thousands === undefined) others.push(text)
    else sums.set(kind, (sums.get(kind) ?? 0) + Number(thousands))
  }
  return [...[...sums].map(([kind, sum]) => `$${sum}K+ ${kind}`), ...others]
}
