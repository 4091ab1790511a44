import { createHistogram, type RecordableHistogram } from 'node:perf_hooks'
import { PROMISED } from '#contract/promises'
import { formatDuration, type Duration } from '#waiting/duration'

/** What everybody does, in this order. */
export const PHASES = ['registers', 'connects', 'hears the first word', 'is answered', 'reads back'] as const
/** One of the things that everybody does. */
export type Phase = (typeof PHASES)[number]

const BUDGETS: Readonly<Record<Phase, Duration>> = {
  registers: PROMISED.authentication,
  connects: PROMISED.connection,
  'hears the first word': PROMISED.connection,
  'is answered': PROMISED.complexChat,
  'reads back': PROMISED.complexChat,
}

/** Milliseconds, of each phase that was come through. */
export type Took = Readonly<Partial<Record<Phase, number>>>

/** How long a phase took, over everybody, and how long it may take: milliseconds. */
export interface PhaseFigures {
  readonly phase: Phase
  readonly people: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly longest: number
  readonly budgetMs: number
}

/** HdrHistogram, as Node has it built in: three significant figures, in microseconds. */
const HISTOGRAM = { lowest: 1, highest: 3_600_000_000, figures: 3 }

/** How long each phase took, over as many as came through it; nobody's own time is kept. */
export class PhaseTimes {
  readonly #times = new Map(PHASES.map((phase) => [phase, createHistogram(HISTOGRAM)]))
  readonly #longest = new Map<Phase, number>()

  note(took: Took): void {
    for (const [phase, histogram] of this.#times) {
      const ms = took[phase]
      if (ms === undefined) continue
      histogram.record(inRange(ms))
      this.#longest.set(phase, Math.max(ms, this.#longest.get(phase) ?? 0))
    }
  }

  get figures(): PhaseFigures[] {
    return [...this.#times].map(([phase, histogram]) => {
      const longest = this.#longest.get(phase) ?? 0
      const [p50, p95, p99] = [50, 95, 99].map((percent) => Math.min(longest, at(histogram, percent)))
      const known = { phase, people: histogram.count, budgetMs: BUDGETS[phase].ms, longest }
      return { ...known, p50, p95, p99 } as PhaseFigures
    })
  }
}

/** How long each phase took, over everybody who came through it. */
export function figuresOf(passages: readonly { readonly took: Took }[]): PhaseFigures[] {
  const times = new PhaseTimes()
  for (const { took } of passages) times.note(took)
  return times.figures
}

/** What lies outside would not be counted at all. */
function inRange(ms: number): number {
  return Math.min(HISTOGRAM.highest, Math.max(HISTOGRAM.lowest, Math.round(ms * 1000)))
}

function at(histogram: RecordableHistogram, percentile: number): number {
  return histogram.count === 0 ? 0 : histogram.percentile(percentile) / 1000
}

/** `connects: p50 20 ms, p95 40 ms, p99 41 ms of 15 s` */
export function describePhase({ phase, people, p50, p95, p99, budgetMs }: PhaseFigures): string {
  const [half, most, nearlyAll, budget] = [p50, p95, p99, budgetMs].map((ms) => formatDuration({ ms }))
  return people === 0
    ? `nobody ${phase}`
    : `${phase}: p50 ${half}, p95 ${most}, p99 ${nearlyAll} of ${budget}`
}
