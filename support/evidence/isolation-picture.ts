import { html } from 'ghtml'
import {
  drawnOf,
  kindOf,
  leaksIn,
  sayCell,
  summaryOf,
  titleOf,
  type IsolationData,
  type Kind,
} from './isolation-data.ts'
import { COLOURS, framePicture, round } from './picture.ts'

const LONGEST_NAME = 18
const WIDTH = 760
const LABELS = 150
const LARGEST = 56
const TOP = 96
const FILLS = { own: '#d9e6f4', kept: '#dcebe2', foreign: COLOURS.bad, unknown: '#eef0f2' }
const LEGEND: Readonly<Record<Kind, string>> = {
  own: 'own things seen',
  kept: 'nothing foreign seen',
  foreign: 'foreign things seen',
  unknown: 'nothing to tell by',
}

/** Who was shown what of whom, as a picture for people. Of many, those are drawn whom something is wrong with. */
export function drawIsolation(data: IsolationData): string {
  const drawn = drawnOf(data)
  const names = drawn.map((index) => shorten(data.people[index] ?? ''))
  const size = Math.min(LARGEST, (WIDTH - LABELS - 40) / Math.max(1, drawn.length))
  const top = TOP + Math.max(0, ...names.map(({ length }) => length)) * 5
  const heads = names.map((name, index) => drawHead(name, LABELS + (index + 0.5) * size, top - 8))
  const rows = drawn.map((row, index) => {
    const cells = drawn.map((column, place) => drawCell(data, row, column, place * size, size))
    const label = html`<text x="-8" y="${round(size / 2 + 4)}" text-anchor="end">${names[index]}</text>`
    return html`<g transform="translate(${LABELS} ${round(top + index * size)})"
      >!${label}!${cells.join('')}</g
    >`
  })
  const height = round(top + drawn.length * size + 20)
  return framePicture(
    { title: titleOf(data), summary: summaryOf(data), width: WIDTH, height },
    [drawLegend(), drawRest(data, drawn), ...heads, ...rows].join(''),
  )
}

function drawCell(
  { people, cells }: IsolationData,
  row: number,
  column: number,
  x: number,
  size: number,
): string {
  const cell = cells[row]?.[column] ?? { observed: 0, owned: 0, foreign: 0 }
  const kind = kindOf(cell, row === column)
  const said = { own: count(cell.owned), kept: '0', foreign: count(cell.foreign), unknown: '–' }[kind]
  const look = kind === 'foreign' ? html`fill="${COLOURS.paper}" font-weight="700"` : ''
  return html`<g transform="translate(${round(x)} 0)">
    <title>${sayCell(people[row] ?? '', people[column] ?? '', cell)}</title>
    <rect width="${round(size - 2)}" height="${round(size - 2)}" rx="2" fill="${FILLS[kind]}" />
    <text
      x="${round(size / 2 - 1)}"
      y="${round(size / 2 + 3)}"
      text-anchor="middle"
      font-size="${size < 30 ? 9 : 12}"
      !${look}
      >${said}</text
    >
  </g>`
}

function drawHead(name: string, x: number, y: number): string {
  return html`<text transform="translate(${round(x)} ${y}) rotate(-50)">${name}</text>`
}

function drawLegend(): string {
  const kinds = Object.entries(LEGEND).map(([kind, meaning], index) => {
    const x = 12 + index * 190
    return html`<rect x="${x}" y="52" width="12" height="12" rx="2" fill="${FILLS[kind as Kind]}" />
      <text x="${x + 18}" y="62" font-size="11">${meaning}</text>`
  })
  const axes = html`<text x="12" y="82" font-size="11" fill="${COLOURS.faint}"
    >rows: who was shown · columns: whose it is</text
  >`
  return `${kinds.join('')}${axes}`
}

/** Says what is not drawn, where there are too many to draw them all. */
function drawRest(data: IsolationData, drawn: readonly number[]): string {
  const total = data.people.length
  if (drawn.length === total) return ''
  const hidden = leaksIn(data).filter(
    ([row, column]) => !(drawn.includes(row) && drawn.includes(column)),
  ).length
  const rest = hidden === 0 ? 'nothing foreign among the rest' : `${hidden} more pairs with something foreign`
  return html`<text x="280" y="82" font-size="11" font-weight="600"
    >${drawn.length} of ${total} people are drawn; ${rest}</text
  >`
}

function shorten(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
}

function count(times: number): string {
  return times < 1000 ? String(times) : `${Math.floor(times / 1000)}k`
}
