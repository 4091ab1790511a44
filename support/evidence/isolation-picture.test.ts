import { describe, it } from 'node:test'
import { expect } from 'chai'
import { parse, type HTMLElement } from 'node-html-parser'
import { OwnershipRegistry } from '#monitors/ownership-registry'
import { isolationMatrix } from '#monitors/isolation-matrix'
import type { IsolationData } from './isolation-data.ts'
import { drawIsolation } from './isolation-picture.ts'

type Leak = readonly [reader: number, owner: number]

/** Everybody is shown three things of their own in ten texts; the leaks are shown twice. */
function dataOf(count: number, leaks: readonly Leak[] = [], owned = 3): IsolationData {
  const people = Array.from({ length: count }, (_, index) => `Person ${index + 1}`)
  const isLeak = (row: number, column: number): boolean =>
    leaks.some(([one, other]) => one === row && other === column)
  const cells = people.map((_, row) =>
    people.map((_name, column) => ({ observed: 10, owned, foreign: isLeak(row, column) ? 2 : 0 })),
  )
  return { people, cells }
}

const draw = (data: IsolationData): HTMLElement => parse(drawIsolation(data))
const saidIn = (picture: HTMLElement): string =>
  picture
    .querySelectorAll('svg > text')
    .map(({ text }) => text)
    .join('\n')
const rowsOf = (picture: HTMLElement): string[][] =>
  picture
    .querySelectorAll('svg > g')
    .map((row) => row.querySelectorAll('text').map(({ text }) => text.trim()))

describe('The picture of the isolation', () => {
  it('has a row for everybody: own things counted, 0 for what was kept, and what was not', () => {
    expect(rowsOf(draw(dataOf(4, [[1, 0]])))).to.deep.equal([
      ['Person 1', '3', '0', '0', '0'],
      ['Person 2', '2', '3', '0', '0'],
      ['Person 3', '0', '0', '3', '0'],
      ['Person 4', '0', '0', '0', '3'],
    ])
  })

  it('says in words how it stands', () => {
    const [kept, broken, untold] = [draw(dataOf(4)), draw(dataOf(4, [[1, 0]])), draw(dataOf(4, [], 0))].map(
      saidIn,
    )
    expect(kept).to.match(/^Nobody was shown anything of another person\n/)
    expect(kept).to.contain(
      'people: 4 · texts looked through: 40 · own things seen 12× · foreign things seen 0×',
    )
    expect(broken).to.match(/^Somebody was shown what is another person's: 1 pair\n/)
    expect(broken).to.contain('foreign things seen 2×')
    expect(untold).to.match(/^Nothing to tell by/)
    expect(untold).to.contain('pairs with nothing to tell by: 12')
  })

  it('tells of each cell in a sentence, and stands out where something foreign was shown', () => {
    const picture = draw(dataOf(4, [[1, 0]]))
    const titles = picture.querySelectorAll('g title').map(({ text }) => text)
    expect(titles).to.include(
      "Person 2 was shown something of Person 1's 2× (texts looked through: 10); Person 1 was shown it 3×",
    )
    expect(titles).to.include(
      "Person 1 was shown nothing of Person 2's (texts looked through: 10); Person 2 was shown it 3×",
    )
    expect(picture.querySelectorAll('g > g > rect[fill="#b3261e"]')).to.have.length(1)
  })

  it('puts nothing to tell by where there was nothing to be seen', () => {
    expect(rowsOf(draw(dataOf(2, [], 0)))).to.deep.equal([
      ['Person 1', '–', '–'],
      ['Person 2', '–', '–'],
    ])
  })

  it('stays within its width for four people and for thirty', () => {
    for (const count of [4, 30]) {
      const last = draw(dataOf(count)).querySelectorAll('svg > g')[0]?.querySelectorAll('g').at(-1)
      const x = Number(/translate\((\S+)/.exec(last?.getAttribute('transform') ?? '')?.[1])
      expect(x).to.be.within(20 * (count - 1) * 0.9, 760 - 150 - 20)
    }
  })

  it('draws thirty of more people, those first whom something is wrong with, and says so', () => {
    const picture = draw(dataOf(60, [[57, 40]]))
    const names = rowsOf(picture).map(([name]) => name)
    expect(names).to.have.length(30)
    expect(names).to.include.members(['Person 1', 'Person 41', 'Person 58'])
    expect(saidIn(picture)).to.contain('30 of 60 people are drawn; nothing foreign among the rest')
    expect(saidIn(draw(dataOf(30)))).not.to.contain('are drawn')
  })

  it('says how much is not drawn, when even of those there are too many', () => {
    const everyone = Array.from({ length: 40 }, (_, index): Leak => [index, (index + 1) % 40])
    expect(saidIn(draw(dataOf(40, everyone)))).to.match(
      /30 of 40 people are drawn; 11 more pairs with something foreign/,
    )
  })

  it('is drawn from what the monitors tell', () => {
    const belongings = new OwnershipRegistry()
    belongings.register('A<sha>', 'thr_7c1e44d0a9b8')
    const source = { kind: 'frame', connection: 1, at: 0 } as const
    const shown = ['A<sha>', 'Bram'].map(
      (person) => ({ person, source, part: 'frame', text: 'thr_7c1e44d0a9b8' }) as const,
    )
    const svg = drawIsolation(isolationMatrix(shown, belongings))
    expect(svg).to.contain('Bram was shown something of A&#60;sha&#62;&#39;s 1×')
  })
})
