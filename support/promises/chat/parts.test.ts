import type { AskedPart } from '#promises/shared/answers.checks'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { partsIn } from './parts.ts'

const RISKS: AskedPart = { title: 'risks', key: 'Risk' }
const TIMELINE: AskedPart = { title: 'timeline with milestones', key: 'timeline' }
const SUMMARY: AskedPart = { title: 'executive summary', key: 'summary' }
const PARTS = [RISKS, TIMELINE, SUMMARY]

const read = (...lines: readonly string[]): Record<string, string> =>
  Object.fromEntries(partsIn(lines.join('\n'), PARTS))
const inParts = (risks: string, timeline: string, summary: string): Record<string, string> => ({
  ...{ risks, 'timeline with milestones': timeline, 'executive summary': summary },
})

describe('The parts of a text', () => {
  const headings = {
    '#': ['# The RISKS', '# Timeline', '# Summary, in short'],
    '##': ['## 1. The RISKS', '## 2. Timeline', '## 3. Summary, in short'],
    underlined: ['The RISKS\n---------', 'Timeline\n========', 'Summary, in short\n---'],
    bold: ['**The RISKS**', '**Timeline:**', '__Summary, in short__'],
    'bold and numbered': ['1. **The RISKS**', '2. **Timeline**', '3. **Summary**'],
    numbered: ['1. The RISKS', '2) Timeline', '3) Summary, in short'],
  }
  for (const [kind, [risks = '', timeline = '', summary = '']] of Object.entries(headings)) {
    it(`begin at headings that name them, and end at the next: ${kind}`, () => {
      const text = ['Hello.', risks, 'One.', 'Two.', timeline, 'Three.', summary, '', 'Four.', '']
      expect(read(...text)).to.deep.equal(inParts('One.\nTwo.', 'Three.', 'Four.'))
    })
  }

  it('may begin in the line of their heading', () => {
    const bold = read('**Risks:** One.', '**Timeline**: Two.', '**Summary** \u2013 Three.', 'Four.')
    expect(bold).to.deep.equal(inParts('One.', 'Two.', 'Three.\nFour.'))
    expect(read('1. Risks: One.', '2. Timeline: Two.', '3. Summary \u2014 Three.')).to.deep.equal(
      inParts('One.', 'Two.', 'Three.'),
    )
  })

  it('are not begun by a line of plain words', () => {
    expect(read('Risks', 'One.', 'The timeline is short.')).to.deep.equal({})
  })

  it('are only those that were asked for: another heading belongs to the part that it stands in', () => {
    expect(read('# Risks', 'One.', '## Odds', 'Two.')).to.deep.equal({ risks: 'One.\n## Odds\nTwo.' })
  })
})

describe('A line within a part', () => {
  it('begins no other when it is of another kind than the headings are', () => {
    const risks = ['**Timeline slip**', 'It may slip.', '1. Timeline', '2. Summary']
    const steps = ['1. Risk review in weeks 1-2', '2. Move in weeks 3-6', 'It takes 6 weeks.']
    const text = ['## Risks', ...risks, '## Timeline with milestones', ...steps, '## Summary', 'Four.']
    expect(read(...text)).to.deep.equal(inParts(risks.join('\n'), steps.join('\n'), 'Four.'))
    const bold = ['**Risks**', 'One.', '**Timeline**', ...steps, '**Summary**', 'Four.']
    expect(read(...bold)).to.deep.equal(inParts('One.', steps.join('\n'), 'Four.'))
  })

  it('begins no other when it is a heading below theirs', () => {
    const text = [
      '## Risks',
      'One.',
      '### Timeline',
      'It may slip.',
      '## Timeline',
      'Three.',
      '# Summary',
      'S.',
    ]
    expect(read(...text)).to.deep.equal(inParts('One.\n### Timeline\nIt may slip.', 'Three.', 'S.'))
  })

  it('begins none that it names less well than another, before or after it', () => {
    const text = ['1. Risks', '1. The timeline in danger', '2. Timeline with milestones', '1. Risk review']
    expect(read(...text, '3. Summary', 'Four.')).to.deep.equal(
      inParts('1. The timeline in danger', '1. Risk review', 'Four.'),
    )
  })

  it('begins none when it is numbered and a sentence, or stands deeper: a missing part is missing', () => {
    const points = ['1. The timeline may slip.', '   2. The timeline of others', '2. Callers may wait.']
    expect(read('1. Risks', ...points, '2. Summary', 'Four.')).to.deep.equal({
      ...{ risks: points.join('\n'), 'executive summary': 'Four.' },
    })
  })

  it('begins none when it only stands in a table of contents', () => {
    const contents = ['1. Risks', '2. Timeline', '3. Summary', '']
    const text = ['1. Risks', 'One.', '2. Timeline', 'Two.', '3. Summary', 'Three.']
    expect(read(...contents, ...text)).to.deep.equal(inParts('One.', 'Two.', 'Three.'))
    const headed = ['## Contents', ...contents, '## Risks', 'One.', '## Timeline', 'Two.']
    expect(read(...headed)).to.deep.equal({ risks: 'One.', 'timeline with milestones': 'Two.' })
  })

  it('never takes the place of a part that has begun', () => {
    const text = ['## Risks', 'One.', '## Risks', 'Two.', '## Timeline', 'Three.', '## Summary', 'Four.']
    expect(read(...text)).to.deep.equal(inParts('One.\n## Risks\nTwo.', 'Three.', 'Four.'))
  })
})

describe('A heading that could name several parts', () => {
  it('names the one that it says least besides, of those that are not named better', () => {
    const summary = ['## Executive summary: the risks and the timeline', 'One.']
    const rest = ['## Milestones of the timeline', 'Two.', '## Risks', 'Three.']
    expect(read(...summary, ...rest)).to.deep.equal({
      ...{ 'executive summary': 'One.', 'timeline with milestones': 'Two.', risks: 'Three.' },
    })
    expect(read(...rest, '## Risk summary', 'One.')).to.deep.equal({
      ...{ 'timeline with milestones': 'Two.', risks: 'Three.', 'executive summary': 'One.' },
    })
  })

  it('names one only', () => {
    expect(Object.values(read('## Risks, timeline, summary', 'One.'))).to.deep.equal(['One.'])
  })

  it('does not name what only ends another word', () => {
    expect(read('## Asterisks', 'One.')).to.deep.equal({})
  })
})
