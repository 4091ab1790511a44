import type { Envelope } from '@cucumber/messages'
import { CHECK_IDS, entryOf, type CheckId } from '#expect/catalogue'
import type { PlantedDefect } from './defects.ts'
import { featuresIn, type Feature, type Promised } from './features.ts'
import { code, table, WRITTEN } from './markdown.ts'
import { linkOfSource, clauseLinks } from './sources.ts'

const HEADINGS = ['Check', 'Promises', 'Written in', 'Shown to fail by']

type Row = (id: CheckId) => string[]

/** `docs/traceability.md`: from each promise to its checks, their sources and their proof. @param messages of a dry run */
export function traceabilityPage(messages: readonly Envelope[], defects: readonly PlantedDefect[]): string {
  const features = featuresIn(messages)
  const row = rowWith(defects)
  return [
    ...['# From promise to proof', '', WRITTEN, ''],
    ...introduction(features, defects),
    ...features.flatMap((feature) => chapter(feature, row)),
    ...['', '## In every scenario', ''],
    ...['These are made by the monitors, whatever a scenario is about.', ''],
    table(HEADINGS, checksOf('ALWAYS').map(row)),
    '',
  ].join('\n')
}

function introduction(features: readonly Feature[], defects: readonly PlantedDefect[]): string[] {
  const promises = features.flatMap((feature) => feature.promises)
  const ending = defects.filter(({ ends }) => ends !== undefined).map(({ id }) => code(id))
  return [
    `${promises.length} promises, ${CHECK_IDS.length} checks, ${defects.length} planted defects. A check is made where its promise is; it`,
    'rests on clauses of the [contract](contract-coverage.md), on a section of a standard (RFC, OpenID Connect Core 1.0,',
    "OWASP's Application Security Verification Standard 5.0) or on the scenario alone; and it is known to fail, because",
    '`npm run prove` plants each of the defects beside it and demands that it goes red.',
    ...(ending.length > 0
      ? ['', `Defects that end a whole run, in place of any check: ${ending.join(', ')}.`]
      : []),
  ]
}

function chapter({ name, file, protects, promises }: Feature, row: Row): string[] {
  const sections = promises.flatMap(({ id, title }: Promised) => [
    ...['', `### ${id}: ${title}`, ''],
    table(HEADINGS, checksOf(id).map(row)),
  ])
  return ['', `## [${name}](../${file})`, '', `Protects ${protects}.`, ...sections]
}

function checksOf(scenario: string): CheckId[] {
  return CHECK_IDS.filter((id) => id.startsWith(`${scenario}.`))
}

function rowWith(defects: readonly PlantedDefect[]): Row {
  const linkOfClause = clauseLinks()
  return (id) => {
    const { promise, clauses = [], source = [], capability } = entryOf(id)
    const condition = capability === undefined ? '' : `, where ${code(capability)} is offered`
    const reddening = defects.filter(({ reddens }) => reddens.some(({ check }) => check === id))
    return [
      code(id),
      `${promise}${condition}`,
      [...clauses.map(linkOfClause), ...source.map(linkOfSource)].join(' · '),
      reddening.map((defect) => code(defect.id)).join(', '),
    ]
  }
}
