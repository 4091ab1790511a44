import { join } from 'node:path'
import { judgeScenario, type ScenarioRecord } from '#verdict/lattice'
import { readWireFiles, type WireCall, type WireMessage } from './wire-files.ts'
import { signOf } from './words.ts'

const BAREST = { answer: 0, text: 60, isWhole: false } as const

/** How much of a text is shown; richest first. Of a call that is cut, nobody could make another one. */
const RICHNESS = [
  { answer: 4_000, text: 4_000, isWhole: true },
  { answer: 600, text: 600, isWhole: true },
  { answer: 160, text: 160, isWhole: true },
  { answer: 40, text: 100, isWhole: true },
  BAREST,
] as const
type Richness = (typeof RICHNESS)[number]
type Passed = WireCall | WireMessage

/** Longer requests are told to be long. */
const LONGEST_REQUEST = 4_000

/**
 * What passed on the wire in every scenario, as JSON that may stand in a page; those that are not kept have more room.
 *
 * @param reports the folder of a run's reports
 * @param room in bytes
 */
export function wireAsJson(scenarios: readonly ScenarioRecord[], reports: string, room: number): string {
  const told: string[] = []
  const order = scenarios.toSorted((one, other) => Number(isKept(one)) - Number(isKept(other)))
  let left = room
  for (const [index, scenario] of order.entries()) {
    const folder = scenario.outcome?.evidence ?? ''
    const rows = folder === '' ? [] : readWireFiles(join(reports, folder))
    const share = left / (isKept(scenario) ? order.length - index : 2)
    const fitting = fit(rows, share)
    told.push(`${JSON.stringify(scenario.id)}:${fitting}`)
    left = Math.max(0, left - Buffer.byteLength(fitting))
  }
  return `{${told.join(',')}}`
}

function isKept(scenario: ScenarioRecord): boolean {
  return signOf(judgeScenario(scenario).verdict).tone === 'good'
}

/** As much of what passed as fits, told as richly as it can be. @returns JSON of `rows`, and of how many are `left` out */
function fit(rows: readonly Passed[], room: number): string {
  for (const richness of RICHNESS) {
    if (lengthOf(rows, richness) > room) continue
    const told = asJson({ rows: rows.map((row) => shorten(row, richness)), left: 0 })
    if (Buffer.byteLength(told) <= room) return told
  }
  const bare = rows.map((row) => shorten(row, BAREST))
  let [count, size] = [0, 0]
  while (count < bare.length && (size += Buffer.byteLength(asJson(bare[count]))) <= room) count += 1
  return asJson({ rows: bare.slice(0, count), left: bare.length - count })
}

/** What the texts alone take at the least: writing out what cannot fit would be most of the work. */
function lengthOf(rows: readonly Passed[], { answer, text, isWhole }: Richness): number {
  return rows.reduce((length, row) => {
    if ('way' in row) return length + Math.min(row.text.length, text)
    const body = isWhole && (row.body ?? '').length <= LONGEST_REQUEST ? (row.body ?? '').length : 0
    return length + row.url.length + Math.min(row.answer.length, answer) + body
  }, 0)
}

function shorten(row: Passed, richness: Richness): object {
  if ('way' in row) return { ...row, text: cut(row.text, richness.text) }
  const { headers, body = '', answer, ms, ...call } = row
  const isWhole = richness.isWhole && body.length <= LONGEST_REQUEST
  return {
    ...call,
    ms: Math.round(ms),
    ...(isWhole ? { headers, body } : {}),
    answer: cut(answer, richness.answer),
  }
}

function cut(text: string, longest: number): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** A browser would take a closing tag for the end of the script. */
function asJson(value: object | undefined): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
