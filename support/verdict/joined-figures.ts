import { milliseconds, type Duration } from '#waiting/duration'
import type { Figures } from './conclusion.ts'

/** What runs have cost that ran side by side, each with a processor of its own. */
export function joinFigures(figures: readonly Figures[]): Figures {
  const longest = (of: 'stackStart' | 'scenarios' | 'wallBeyondStack'): Duration =>
    milliseconds(Math.max(...figures.map((each) => each[of].ms)))
  return {
    stackStart: longest('stackStart'),
    scenarios: longest('scenarios'),
    wallBeyondStack: longest('wallBeyondStack'),
    suiteCpu: milliseconds(figures.reduce((sum, { suiteCpu }) => sum + suiteCpu.ms, 0)),
    sent: joinSent(figures.flatMap(({ sent = [] }) => sent)),
  }
}

/** An edge counts by address: what each of them sent in a minute does not add up. */
function joinSent(sent: NonNullable<Figures['sent']>): NonNullable<Figures['sent']> {
  const ways = [...new Set(sent.map(({ where }) => where))]
  return ways.map((where) => {
    const same = sent.filter((one) => one.where === where)
    const most = (of: 'mostInAMinute' | 'allowed'): number => Math.max(...same.map((one) => one[of]))
    const requests = same.reduce((sum, one) => sum + one.requests, 0)
    return { where, requests, mostInAMinute: most('mostInAMinute'), allowed: most('allowed') }
  })
}
