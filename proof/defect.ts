import type { Replacements } from '@netra/local-stack/service-kit/compose'
import type { AuthParts } from '@netra/local-stack/auth-service/parts'
import type { BackendParts } from '@netra/local-stack/backend/parts'
import type { ServiceConfigs } from '@netra/local-stack/stack-config'
import type { ClauseId } from '../support/contract/clauses.ts'
import type { CheckId } from '../support/expect/catalogue.ts'
import type { Saboteur } from './wire/saboteur.ts'

export type { CheckId } from '../support/expect/catalogue.ts'

/** Something that is wrong on purpose, and the check that has to notice. Its id is the name of its file. */
export type Defect = Wrong & Sparing

interface Wrong {
  /** What is wrong with the platform, in one sentence. */
  readonly wrong: string
  /** Where such a thing is described: a requirement, an RFC, a weakness, an incident. */
  readonly reference: string
  readonly reddens: readonly Expectation[]
  /** In place of any check: how the run ends of which no scenario can be played at all. */
  readonly ends?: { readonly verdict: string; readonly because: RegExp }
  /** How the run has to blame the product; in either way, where none is named. */
  readonly verdict?: Blame
  readonly plant?: (configs: ServiceConfigs) => Damage
  /** Harm that is done on the wire, between the suite and the platform. */
  readonly wire?: () => Saboteur
  /** What its user has set besides its addresses and secrets. */
  readonly settings?: Readonly<Record<string, string>>
  /** It is no defect: the platform is sound, and `ends` says what is due. These scenarios could be misled by it. */
  readonly misleads?: readonly string[]
  /** Support code, loaded besides the suite's own, that damages the suite itself; a path from the root. */
  readonly besides?: string
}

/**
 * How a run blames the product. `isolation-violated` is due where somebody was shown or told what is another's, or
 * could change it, and nowhere else.
 */
export const BLAMES = ['failed', 'isolation-violated'] as const
export type Blame = (typeof BLAMES)[number]

/** Scenarios that a defect must leave green, for who names everything notices nothing; or why there are none. */
type Sparing =
  | { readonly spares: readonly [string, ...string[]]; readonly sparesNothing?: never }
  | { readonly spares?: never; readonly sparesNothing: string }

/** A check that has to go red, and what it must have seen. */
export interface Expectation {
  readonly check: CheckId
  readonly because: RegExp
  /** Which scenario shows it, for a check that is made in all of them. */
  readonly inside?: string
  /** Which of the clauses that the check reads; needed where it reads more than three of them. */
  readonly breaks?: readonly [ClauseId, ...ClauseId[]]
}

/** Parts that are exchanged for damaged ones. */
export interface Damage {
  readonly auth?: Replacements<AuthParts>
  readonly backend?: Replacements<BackendParts>
}

/** A defect with its name. */
export type PlantedDefect = Defect & { readonly id: string }

/** The scenarios that have to be run to see what an expectation is about. */
export function scenarioOf({ check, inside }: Expectation): string {
  return inside ?? check.slice(0, check.indexOf('.'))
}

/** The scenarios that a defect must leave green; none where it says why there are none. */
export function sparedBy({ spares }: Defect): readonly string[] {
  return spares ?? []
}
