import { describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange } from '#testing/exchange'
import { beginScenario } from '#testing/world'
import { attachIsolationMatrix } from './isolation-matrix.ts'

/** So many people, each of whom was shown her own marker, and perhaps the first one's. */
function show(count: number, leaks = false): { files: Record<string, string>; attached: unknown[] } {
  const { scenario } = beginScenario('ISO-1')
  const people = scenario.cast.gather(count)
  for (const { name, marker } of people) {
    const body = leaks ? `${marker} ${people[0].marker}` : marker
    scenario.wire.exchange(exchange({ person: name, body }))
  }
  const attached: unknown[] = []
  const attach = (_picture: unknown, about: unknown): void => void attached.push(about)
  return { files: attachIsolationMatrix({ scenario, attach } as never), attached }
}

describe('Who was shown what of whom', () => {
  it('is a picture in the report, and picture and data in the evidence', () => {
    const { files, attached } = show(4)
    expect(attached).to.deep.equal([{ mediaType: 'image/svg+xml', fileName: 'isolation.svg' }])
    expect(files['isolation.svg']).to.include('Nobody was shown anything of another person')
    const { people } = JSON.parse(files['isolation.json'] ?? '') as { people: string[] }
    expect(people).to.deep.equal(['User 1', 'User 2', 'User 3', 'User 4'])
  })

  it("says so when somebody was shown what is another one's", () => {
    expect(show(4, true).files['isolation.svg']).to.include('Somebody was shown').and.include(': 3 pairs')
  })

  it('is nothing where there are only a few people', () => {
    expect(show(3)).to.deep.equal({ files: {}, attached: [] })
  })
})
