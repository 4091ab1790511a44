import { join } from 'node:path'
import { judgeScenario, type ScenarioRecord } from '#verdict/lattice'
import { readWireFiles, type WireCall, type WireMessage } from './wire-files.ts'
import { signOf } from './words.ts'

/** What passed on the wire in one scenario, as far as there is room for it. */
interface WireOfScenario {
  readonly rows: readonly object[]
  /** How many more stand in the files of the evidence. */
  readonly left: number
}

const BAREST = { answer: 0, text: 60, isWhole: false } as const

/** How much of a text is shown; richest first. Of a call that is cut, nobody could make another one. */
const RICHNESS = [
  { answer: 4_000, text: 4_000, isWhole: true },
  { answer: 600, text: 600, isWhole: true },
  { answer: 160, text: 160, isWhole: true },
  { answer: 40, text: 100, isWhole: true },
  BAREST,
] as const
/** Longer requests are told to be long. */
const LONGEST_REQUEST = 4_000

/**
 * What passed on the wire in every scenario, as JSON that may stand in a page; those that are not kept have more room.
 *
 * @param reports the folder of a run's reports
 * @param room in bytes
 */
export function wireAsJson(scenarios: readonly ScenarioRecord[], reports: string, room: number): string {
  const told: Record<string, WireOfScenario> = {}
  const order = scenarios.toSorted((one, other) => Number(isKept(one)) - Number(isKept(other)))
  let left = room
  for (const [index, scenario] of order.entries()) {
    const folder = scenario.outcome?.evidence ?? ''
    const rows = folder === '' ? [] : readWireFiles(join(reports, folder))
    const share = left / (isKept(scenario) ? order.length - index : 2)
    const fitting = fit(rows, share)
    told[scenario.id] = fitting
    left = Math.max(0, left - sizeOf(fitting))
  }
  // A browser would take it for the end of the script.
  return JSON.stringify(told).replaceAll('<', '\\u003c')
}

function isKept(scenario: ScenarioRecord): boolean {
  return signOf(judgeScenario(scenario).verdict).tone === 'good'
}

function fit(rows: readonly (WireCall | WireMessage)[], room: number): WireOfScenario {
  for (const richness of RICHNESS) {
    const told = { rows: rows.map((row) => shorten(row, richness)), left: 0 }
    if (sizeOf(told) <= room) return told
  }
  const bare = rows.map((row) => shorten(row, BAREST))
  let [count, size] = [0, 0]
  while (count < bare.length && (size += sizeOf(bare[count])) <= room) count += 1
  return { rows: bare.slice(0, count), left: bare.length - count }
}

function shorten(row: WireCall | WireMessage, richness: (typeof RICHNESS)[number]): object {
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

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value).replaceAll('<', '\\u003c'))
}
