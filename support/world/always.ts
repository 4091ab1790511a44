import { describeDeviation, type CountedDeviation } from '#contract/deviation'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Finding } from '#monitors/finding'
import { findForeign } from '#monitors/isolation'
import { findOddRecords, findOddWords, findWrongResults } from '#monitors/run-values'
import type { Scenario } from './scenario.ts'

/** What went wrong in a scenario apart from its checks. */
export interface Troubles {
  readonly lateErrors: readonly string[]
  readonly obstacles: readonly string[]
}

/** The checks that every scenario ends with, whatever it is about. */
export function alwaysChecks(scenario: Scenario, { lateErrors, obstacles }: Troubles): Check[] {
  const { history, secrets, contract, runOrder, inside, belongings } = scenario
  const late = lateErrors.map((text) => ({ text: `failed after its step had ended: ${text}` }))
  const obstructed = obstacles.map((text) => ({ text }))
  const texts = `in ${history.received.length} texts`
  const told = `in ${runOrder.runs.length} stories`
  return [
    noneOf('every-step-can-be-taken', 'no step was obstructed', 'in any step', () => obstructed),
    nothingForeign('nothing-foreign-shows', scenario),
    noneOf('no-secret-shows', 'no secret in any answer', texts, () => secrets.findIn(history)),
    noForeignFigure(scenario),
    noneOf('no-inside-shows', 'no trace, query, path or part', texts, () => inside.findings),
    runsKeepTheOrder(scenario, told),
    ...soundRuns(scenario, told),
    answersKeepTheContract(contract.deviations, texts),
    noneOf('what-is-hers-is-told-as-it-is', 'as it is', texts, () => belongings.findings),
    ...soundEnds(scenario, texts, late),
  ]
}

/** What is over is over, and nothing else is. */
function soundEnds(scenario: Scenario, texts: string, late: readonly Finding[]): Check[] {
  const { sessions, tolerance, wire, trouble } = scenario
  const left = wire.stillOpen().map((what) => ({ text: `${what} is still open` }))
  return [
    noneOf('sessions-open-until-they-end', 'each until it ends, and none after that', texts, () =>
      sessions.findings(tolerance.ms),
    ),
    noneOf('no-unclaimed-fault', 'only faults that were asked for', texts, () => faultsIn(scenario)),
    noneOf('nothing-left-open', 'nothing open or late', 'at its end', () =>
      // Where the target is gone, what it owes is waited for in vain.
      trouble.lasting === undefined ? [...late, ...left] : [],
    ),
  ]
}

/** What nobody has asked for, and lines that are as good as dead, or told less than others. */
function faultsIn({ faults, quietLines, linesAlike, tolerance }: Scenario): readonly Finding[] {
  return [...faults.findings, ...quietLines.findings(tolerance.ms), ...linesAlike.findings(tolerance.ms)]
}

/** Those of them that rest on what passed on the wire alone, and on whose it was: they can be made again. */
export function checksOnEvidence(seen: OnEvidence): Check[] {
  const told = `in ${seen.runOrder.runs.length} stories`
  return [
    nothingForeign('nothing-foreign-shows', seen),
    runsKeepTheOrder(seen, told),
    ...soundRuns(seen, told),
    answersKeepTheContract(seen.contract.deviations, `in ${seen.history.received.length} texts`),
  ]
}

/** What was watched on the wire. */
export type OnEvidence = Pick<Scenario, 'history' | 'ownership' | 'runOrder' | 'contract'>

function runsKeepTheOrder({ runOrder }: Pick<Scenario, 'runOrder'>, told: string): Check {
  return noneOf('runs-keep-the-order', 'every run in order, once', told, () => runOrder.findings)
}

/** What was told of runs can be, and fits what was computed and what is on record. */
function soundRuns(
  { history, runOrder: { runs } }: Pick<Scenario, 'history' | 'runOrder'>,
  told: string,
): Check[] {
  const right = "right by the asker's figures and the listed prices"
  return [
    noneOf('events-say-what-happened', 'every word says something that can be', told, () =>
      findOddWords(runs),
    ),
    noneOf('tools-compute-by-the-list', right, told, () => findWrongResults(runs)),
    noneOf('records-fit-the-story', 'each record as the work was told', told, () =>
      findOddRecords(runs, history.received),
    ),
  ]
}

/** Nobody was shown anything of another until now. */
export function nothingForeign(
  slug: Slug,
  { history, ownership }: Pick<Scenario, 'history' | 'ownership'>,
): Check {
  return check(slug, 'nobody is shown anything of another person', undefined, () => {
    const { findings, own, texts } = findForeign(history.received, ownership)
    const control = `own things were found ${own} times in ${texts} texts`
    // A search that finds nobody's own things would find no foreign ones either.
    return settle(findings.length === 0 && own > 0, {
      ...{ observed: sum(findings, 'at all'), control },
      leak: findings.length > 0,
    })
  })
}

/** What only differs does nobody any harm: it is told of the run, and breaks nothing. */
function answersKeepTheContract(deviations: readonly CountedDeviation[], where: string): Check {
  return check('answers-keep-the-contract', 'every answer as promised', undefined, () => {
    const broken = deviations.filter(({ weight }) => weight === 'breaks')
    return settle(broken.length === 0, {
      observed: broken.map(describeDeviation).join('; ') || `none breaks it ${where}`,
    })
  })
}

/** What somebody has told the platform in figures is told to nobody else, with or without a name. */
function noForeignFigure({ figures }: Scenario): Check {
  const expected = 'nobody is told a figure of another person'
  return check('no-figure-of-another-shows', expected, undefined, () => {
    const { findings, known } = figures
    const observed = sum(findings, `of ${known} figures`)
    return settle(findings.length === 0, { observed, leak: findings.length > 0 })
  })
}

/** @param where what was looked through */
function noneOf(slug: Slug, expected: string, where: string, find: () => readonly Finding[]): Check {
  return check(slug, expected, undefined, () => {
    const findings = find()
    return settle(findings.length === 0, { observed: sum(findings, where) })
  })
}

function sum(findings: readonly Finding[], where: string): string {
  const [first, ...more] = findings
  if (!first) return `none ${where}`
  return more.length === 0 ? first.text : `${first.text} (and ${more.length} more like it)`
}
