import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { CAPABILITIES } from '#contract/capabilities'
import { parseJson } from '#contract/json'
import type { CheckResult } from '#expect/check'
import { Checks } from '#expect/checks'
import { ContractWatch } from '#monitors/contract'
import { History } from '#monitors/history'
import { OwnershipRegistry } from '#monitors/ownership-registry'
import { RunOrderWatch } from '#monitors/run-order-watch'
import type { Manifest } from '#verdict/manifest'
import { checksOnEvidence } from '#world/always'
import { replayWire, subjectIn } from './kept-wire.ts'

const Ownership = z.array(z.object({ person: z.string(), value: z.string() }))

/** What came of judging a scenario by its evidence alone. */
export interface SecondJudgement {
  readonly scenario: string
  readonly results: readonly CheckResult[]
  /** Checks that were made in the run and cannot be made again: they rest on more than was kept. */
  readonly notAgain: readonly string[]
  /** Checks that came out otherwise than in the run. */
  readonly otherwise: readonly string[]
}

/** Makes every check again that rests on evidence alone. @param folder of the run's evidence */
export function judgeAgain(
  folder: string,
  { id: scenario, checks: before }: Manifest['scenarios'][number],
): SecondJudgement {
  const made = before.filter(({ status }) => status !== 'not-testable')
  const statusOf = new Map(made.map(({ id, status }) => [id, status]))
  // What the run never came to is not judged now, either.
  const results = makeAgain(join(folder, scenario)).filter(({ id }) => statusOf.has(id))
  const again = new Set<string>(results.map(({ id }) => id))
  const otherwise = results.filter(({ id, status }) => status !== statusOf.get(id))
  return {
    scenario,
    results,
    notAgain: made.map(({ id }) => id).filter((id) => !again.has(id)),
    otherwise: otherwise.map(({ id, status }) => `${id} was ${statusOf.get(id)}, and is ${status}`),
  }
}

function makeAgain(folder: string): readonly CheckResult[] {
  const seen = {
    history: new History(subjectIn),
    ownership: new OwnershipRegistry(),
    contract: new ContractWatch(),
    runOrder: new RunOrderWatch(),
  }
  for (const { person, value } of readOwnership(folder)) seen.ownership.register(person, value)
  replayWire(folder, [seen.history, seen.contract, seen.runOrder])
  const checks = new Checks('ALWAYS', new Set(CAPABILITIES))
  checks.always(...checksOnEvidence(seen))
  return checks.results
}

function readOwnership(folder: string): z.output<typeof Ownership> {
  const file = join(folder, 'ownership.json')
  return existsSync(file) ? Ownership.parse(parseJson(readFileSync(file, 'utf8'))) : []
}
