import { describe, it } from 'node:test'
import { expect } from 'chai'
import { faultsOfFigures } from './told-figures.ts'

const PAGE = 'A run of 20 promises\ntakes 1,040 checks.\nNode 24 is there.\n'
const FIGURES = [
  { line: /run of (\d+) promises/, are: [20] },
  { line: /takes ([\d,]+) checks/, are: [1000], tolerance: 0.05 },
]

describe('The figures that a page tells', () => {
  it('are as they are measured, within what they may differ', () => {
    expect(faultsOfFigures(PAGE, FIGURES, [/Node \d+/])).to.deep.equal([])
  })

  it('are told when they are not, when their line is gone, and when nothing measures them', () => {
    const faultsWith = (before: string, after: string): string[] =>
      faultsOfFigures(PAGE.replace(before, after), FIGURES, [/Node \d+/])
    expect(faultsWith('20', '19')).to.deep.equal(['/run of (\\d+) promises/ tells 19, and it is 20'])
    expect(faultsWith('1,040', '1,060')).to.have.lengthOf(1)
    expect(faultsWith('A run', 'Runs')[0]).to.match(/^no line is \/run of/)
    expect(faultsWith('there', 'there 3 times')).to.deep.equal([
      'nothing measures a figure of: is there 3 times.',
    ])
  })
})
