import { html } from 'ghtml'
import { COLOURS, framePicture, round } from './picture.ts'
import type { AgentTrack, Timeline, ToolSpan } from './timeline.ts'

const WIDTH = 760
const LABELS = 150
const ROW = 26
const TOP = 56
const BAR = 14
const SHORTEST_BAR = 3
const TICKS = 4

const ENDS = { answered: 'answered', failed: 'not carried out in full', 'under way': 'seen until' }

/** A timeline as a picture for people: agents from top to bottom, time from left to right. */
export function drawTimeline(timeline: Timeline): string {
  const { agents, lengthMs, person, end } = timeline
  const height = TOP + agents.length * ROW + 44
  const at = (ms: number): number => round(LABELS + (ms / Math.max(1, lengthMs)) * (WIDTH - LABELS - 24))
  const title = `${person}'s question: ${ENDS[end]} after ${sayLength(lengthMs)}`
  const parts = [
    drawAxis(lengthMs, at, height),
    ...agents.map((agent, index) => drawAgent(agent, TOP + index * ROW, at)),
    drawProgress(timeline, at, TOP + agents.length * ROW + 12),
  ]
  return framePicture({ title, summary: summaryOf(timeline), width: WIDTH, height }, parts.join(''))
}

function drawAgent({ name, from, to, tools }: AgentTrack, y: number, at: (ms: number) => number): string {
  const [x, width] = [at(from), widthOf(from, to, at)]
  // The names of the tools stand beside the bar, where there is room.
  const [beside, anchor] = x + width < WIDTH - LABELS * 1.6 ? [x + width + 6, 'start'] : [x - 6, 'end']
  const names = tools.map((tool) => (tool.failed ? `${tool.name} (failed)` : tool.name)).join(', ')
  return html`<g>
    <text x="12" y="${y + 15}">${name}</text>
    <rect x="${x}" y="${y + 4}" width="${width}" height="${BAR}" rx="3" fill="${COLOURS.calm}">
      <title>${name}, ${sayLength(to - from)}</title>
    </rect>
    !${tools.map((tool) => drawTool(tool, y, at)).join('')}
    <text x="${beside}" y="${y + 15}" text-anchor="${anchor}" font-size="11" fill="${COLOURS.faint}"
      >${names}</text
    >
  </g>`
}

function drawTool({ name, from, to, failed }: ToolSpan, y: number, at: (ms: number) => number): string {
  const words = `${name}${failed ? ' failed' : ''}`
  return html`<rect
    x="${at(from)}"
    y="${y + 7}"
    width="${widthOf(from, to, at)}"
    height="${BAR - 6}"
    rx="2"
    fill="${failed ? COLOURS.bad : COLOURS.good}"
    ><title>${words}, ${sayLength(to - from)}</title></rect
  >`
}

function drawProgress({ progress }: Timeline, at: (ms: number) => number, y: number): string {
  if (progress.length === 0) return ''
  const dots = progress.map(
    ({ at: ms, percentage, message }) =>
      html`<circle cx="${at(ms)}" cy="${y}" r="4" fill="${COLOURS.note}"
        ><title>${percentage} %: ${message}</title></circle
      >`,
  )
  return html`<g><text x="12" y="${y + 4}">told of progress</text>!${dots.join('')}</g>`
}

function drawAxis(lengthMs: number, at: (ms: number) => number, height: number): string {
  const ticks = Array.from({ length: TICKS + 1 }, (_, index) => (lengthMs * index) / TICKS)
  const lines = ticks.map(
    (ms) =>
      html`<line x1="${at(ms)}" x2="${at(ms)}" y1="${TOP}" y2="${height - 24}" stroke="${COLOURS.line}" />
        <text x="${at(ms)}" y="${height - 8}" text-anchor="middle" fill="${COLOURS.faint}"
          >${sayLength(ms)}</text
        >`,
  )
  return lines.join('')
}

/** In words, for who cannot see the picture. */
function summaryOf({ agents, progress }: Timeline): string {
  const tools = agents.flatMap((agent) => agent.tools)
  const names = [...new Set(agents.map(({ name }) => name))].join(', ')
  const failed = tools.filter((tool) => tool.failed).length
  const used = `${tools.length} tools used${failed > 0 ? `, ${failed} failed` : ''}`
  return `${agents.length} stretches of work by ${names || 'nobody'} · ${used} · progress told ${progress.length} times`
}

function widthOf(from: number, to: number, at: (ms: number) => number): number {
  return Math.max(SHORTEST_BAR, round(at(to) - at(from)))
}

function sayLength(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}
