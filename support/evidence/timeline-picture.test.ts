import { describe, it } from 'node:test'
import { expect } from 'chai'
import { parse, type HTMLElement } from 'node-html-parser'
import type { Timeline } from './timeline.ts'
import { drawTimeline } from './timeline-picture.ts'

const DATA = {
  ...{ name: 'data', from: 100, to: 300 },
  tools: [
    { name: 'usage', from: 120, to: 160, failed: false },
    { name: 'prices', from: 200, to: 280, failed: true },
  ],
}
const TIMELINE: Timeline = {
  ...{ run: 'r-1', person: 'Asha', lengthMs: 586, end: 'answered' },
  agents: [DATA, { name: 'report', from: 400, to: 586, tools: [] }],
  progress: [
    { at: 0, percentage: 0, message: 'Begun.' },
    { at: 586, percentage: 100, message: 'Done.' },
  ],
}

const draw = (more: Partial<Timeline> = {}): HTMLElement => parse(drawTimeline({ ...TIMELINE, ...more }))
const textsOf = (element: HTMLElement, selector = 'text'): string[] =>
  element.querySelectorAll(selector).map(({ text }) => text.trim())
const numberOf = (element: HTMLElement | null | undefined, name: string): number =>
  Number(element?.getAttribute(name))

describe('The picture of a timeline', () => {
  const ends: Readonly<Record<Timeline['end'], string>> = {
    answered: "Asha's question: answered after 586 ms",
    failed: "Asha's question: not carried out in full after 586 ms",
    'under way': "Asha's question: seen until after 586 ms",
  }
  for (const end of ['answered', 'failed', 'under way'] as const) {
    it(`says whose question it was and how it ended, to whoever sees it or not: ${end}`, () => {
      const picture = draw({ end })
      expect(picture.querySelector('svg')?.getAttribute('aria-label')).to.equal(ends[end])
      expect(textsOf(picture, 'svg > title')).to.deep.equal([ends[end]])
    })
  }

  it('sums up in words what there is to see', () => {
    expect(textsOf(draw())).to.include(
      '2 stretches of work by data, report · 2 tools used, 1 failed · progress told 2 times',
    )
    const twice = draw({
      agents: [
        { ...DATA, tools: [] },
        { ...DATA, tools: [] },
      ],
      progress: [],
    })
    expect(textsOf(twice)).to.include('2 stretches of work by data · 0 tools used · progress told 0 times')
    expect(textsOf(draw({ agents: [] }))[1]).to.match(/^0 stretches of work by nobody/)
  })

  it('puts time from left to right: a millisecond a unit, when it lasts as long as it is wide', () => {
    const [data, report] = draw().querySelectorAll('g > rect[rx=3]')
    expect([numberOf(data, 'x'), numberOf(data, 'width')]).to.deep.equal([250, 200])
    expect([numberOf(report, 'x'), numberOf(report, 'width')]).to.deep.equal([550, 186])
    expect(
      draw()
        .querySelectorAll('circle')
        .map((dot) => numberOf(dot, 'cx')),
    ).to.deep.equal([150, 736])
  })

  it('puts agents from top to bottom, each with its name and how long it took, in a picture that fits', () => {
    const picture = draw()
    const bars = picture.querySelectorAll('g > rect[rx=3]')
    expect(bars.map((bar) => bar.querySelector('title')?.text)).to.deep.equal([
      'data, 200 ms',
      'report, 186 ms',
    ])
    expect(bars.map((bar) => numberOf(bar, 'y'))).to.deep.equal([60, 86])
    expect(numberOf(picture.querySelector('svg'), 'height')).to.be.above(86 + 14)
    expect(numberOf(draw({ agents: [] }).querySelector('svg'), 'height')).to.equal(
      numberOf(picture.querySelector('svg'), 'height') - 2 * 26,
    )
  })

  it('shows which tool failed, in words and in colour', () => {
    const tools = draw().querySelectorAll('rect[rx=2]')
    expect(tools.map((tool) => tool.querySelector('title')?.text)).to.deep.equal([
      ...['usage, 40 ms', 'prices failed, 80 ms'],
    ])
    expect(new Set(tools.map((tool) => tool.getAttribute('fill'))).size).to.equal(2)
    expect(textsOf(draw())).to.include('usage, prices (failed)')
  })

  it('puts the names of tools where there is room: after the bar, or before it', () => {
    const beside = (from: number, to: number): unknown[] => {
      const name = draw({ agents: [{ ...DATA, from, to }] }).querySelector('g > text[font-size=11]')
      return [name?.getAttribute('text-anchor'), numberOf(name, 'x')]
    }
    expect(beside(100, 300)).to.deep.equal(['start', 456])
    expect(beside(300, 500)).to.deep.equal(['end', 444])
  })

  it('has everything in its row: a tool within the bar of its agent, words beside it, times below', () => {
    const picture = draw()
    const [bar] = picture.querySelectorAll('g > rect[rx=3]')
    const [top, bottom] = [numberOf(bar, 'y'), numberOf(bar, 'y') + numberOf(bar, 'height')]
    const words = picture.querySelector('g')?.querySelectorAll('text') ?? []
    for (const y of words.map((word) => numberOf(word, 'y'))) expect(y).to.be.within(top, bottom)
    for (const tool of picture.querySelectorAll('rect[rx=2]')) {
      expect(numberOf(tool, 'y')).to.be.within(top, bottom)
      expect(numberOf(tool, 'y') + numberOf(tool, 'height')).to.be.within(top, bottom)
    }
    for (const thing of picture.querySelectorAll('circle, text[text-anchor=middle], line')) {
      const y = ['cy', 'y2', 'y'].map((name) => thing.getAttribute(name)).find((value) => value !== undefined)
      expect(Number(y)).to.be.within(56 + 2 * 26, numberOf(picture.querySelector('svg'), 'height'))
    }
  })

  it('shows also what took no time', () => {
    const picture = draw({ agents: [{ name: 'quick', from: 10, to: 10, tools: [] }] })
    expect(numberOf(picture.querySelector('g > rect[rx=3]'), 'width')).to.equal(3)
  })

  it('tells of progress, dot by dot, and of none where there is none', () => {
    expect(textsOf(draw(), 'circle title')).to.deep.equal(['0 %: Begun.', '100 %: Done.'])
    expect(textsOf(draw())).to.include('told of progress')
    expect(textsOf(draw({ progress: [] }))).not.to.include('told of progress')
  })

  it('has an axis of five times, from the beginning to the end', () => {
    const axis = (lengthMs: number): string[] => textsOf(draw({ lengthMs }), 'text[text-anchor=middle]')
    expect(axis(2_000)).to.deep.equal(['0 ms', '500 ms', '1.0 s', '1.5 s', '2.0 s'])
    expect(
      draw()
        .querySelectorAll('line')
        .map((line) => numberOf(line, 'x1')),
    ).to.deep.equal([...[150, 296.5, 443, 589.5, 736]])
  })

  it('is a picture also of a run that took no time', () => {
    expect(drawTimeline({ ...TIMELINE, lengthMs: 0, agents: [], progress: [] })).not.to.match(/NaN|Infinity/)
  })

  it('shows what a platform says as words, whatever it is', () => {
    const odd = '<script>alert("x")</script>'
    const agents = [{ ...DATA, name: odd, tools: [{ name: odd, from: 1, to: 2, failed: true }] }]
    const said = { person: odd, agents, progress: [{ at: 1, percentage: 1, message: odd }] }
    const picture = drawTimeline({ ...TIMELINE, ...said })
    expect(picture).not.to.contain('<script')
    expect(picture).to.match(/&(lt|#60);script/)
  })
})
