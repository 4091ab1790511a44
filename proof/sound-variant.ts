import type { Defect, PlantedDefect } from './defect.ts'

/** A platform that differs without being broken, or suffers what is not its fault. Its id is its key in its file. */
export interface SoundVariant extends Pick<Defect, 'plant' | 'wire' | 'settings'> {
  /** What is different about it, in one sentence. */
  readonly differs: string
  /** What a run has to say of it: `passed` where nothing else is named. */
  readonly due?: 'passed' | 'passed-with-deviations' | 'target-unhealthy' | 'not-testable' | 'degraded'
  /** What the run's own sentence must say. */
  readonly because?: RegExp
  /** Scenarios that could be misled by it. */
  readonly misleads: readonly [string, ...string[]]
}

/** As a trial: nothing may go red, and the run says what is due. */
export function asTrial(id: string, variant: SoundVariant): PlantedDefect {
  const { differs, due = 'passed', because = /./, misleads, ...how } = variant
  const passes = due === 'passed' || due === 'passed-with-deviations'
  return {
    ...{ id, ...how, wrong: differs, reference: 'Sound: it differs, and is not broken', reddens: [] },
    ends: { verdict: due, because },
    misleads,
    ...(passes ? { spares: misleads } : { sparesNothing: 'it cannot be played' }),
  }
}
