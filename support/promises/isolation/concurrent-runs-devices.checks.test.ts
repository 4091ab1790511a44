import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ASHAS_DEVICES, deviceEvents } from '#testing/device-events'
import { brokenIn, resultOf } from '#testing/checks'
import {
  devicesAgree,
  foreignResumeGivesNothing,
  type DeviceEvents,
  type ForeignResume,
} from './concurrent-runs.checks.ts'

describe('Two devices of one person', () => {
  const ID = 'devices-agree'
  const look = (...stories: readonly DeviceEvents[]): Record<string, string> =>
    brokenIn(devicesAgree(stories))

  it('tell the same words, in whatever order', async () => {
    const stories = [
      ...ASHAS_DEVICES,
      deviceEvents('bram'),
      deviceEvents('bram', { told: ['bram-2', 'bram-1'] }),
    ]
    expect(resultOf(devicesAgree(stories))).to.include({
      ...{ status: 'passed', observed: 'those of 2 people do' },
    })
  })

  it('are found out when one tells less, or something else: whose they are, is told', async () => {
    for (const told of [['bram-1'], ['bram-1', 'bram-3'], []]) {
      expect(look(...ASHAS_DEVICES, deviceEvents('bram'), deviceEvents('bram', { told }))).to.deep.equal({
        [ID]: 'not those of bram',
      })
    }
  })

  it('are two: one alone agrees with none', async () => {
    expect(look(...ASHAS_DEVICES, deviceEvents('bram'))).to.deep.equal({ [ID]: 'not those of bram' })
  })

  it('are those of several people: of one alone, or of nobody, they prove nothing', async () => {
    expect(look(...ASHAS_DEVICES)).to.deep.equal({ [ID]: 'those of 1 people do' })
    expect(look()).to.have.property(ID)
  })
})

describe('A wish to be told again', () => {
  const ID = 'foreign-resume-gives-nothing'
  const wish = (
    wanted: ForeignResume['wanted'],
    refusal: string | undefined,
    told: number,
  ): ForeignResume => ({
    ...{ what: `a wish for ${wanted}`, wanted, refusal, told },
  })
  const RIGHT = [
    wish('nothing', 'THREAD_NOT_FOUND', 0),
    wish('told', undefined, 7),
    wish('silence', undefined, 0),
  ]
  const look = (...tries: readonly ForeignResume[]): Record<string, string> =>
    brokenIn(foreignResumeGivesNothing(tries))

  it("is granted for one's own only", async () => {
    expect(resultOf(foreignResumeGivesNothing(RIGHT))).to.include({
      ...{ status: 'passed', observed: '1 tries, not a word', control: '1 owners were told theirs again' },
    })
  })

  const odd: readonly (readonly [string, ForeignResume])[] = [
    ['a wish for nothing: granted, 0 words', wish('nothing', undefined, 0)],
    ['a wish for nothing: granted, 4 words', wish('nothing', undefined, 4)],
    ['a wish for nothing: FORBIDDEN, 0 words', wish('nothing', 'FORBIDDEN', 0)],
    ['a wish for nothing: THREAD_NOT_FOUND, 1 words', wish('nothing', 'THREAD_NOT_FOUND', 1)],
    ['a wish for silence: granted, 2 words', wish('silence', undefined, 2)],
    ['a wish for silence: THREAD_NOT_FOUND, 0 words', wish('silence', 'THREAD_NOT_FOUND', 0)],
    ['a wish for told: granted, 0 words', wish('told', undefined, 0)],
    ['a wish for told: THREAD_NOT_FOUND, 3 words', wish('told', 'THREAD_NOT_FOUND', 3)],
  ]
  for (const [observed, attempt] of odd) {
    it(`is found out: ${observed}`, async () => {
      expect(look(...RIGHT, attempt)).to.deep.equal({ [ID]: observed })
    })
  }

  it('proves nothing where nobody was told her own again, or nothing was wished', async () => {
    const [refused, , silence] = RIGHT
    expect(look(...[refused, silence].filter((attempt) => attempt !== undefined))).to.have.property(ID)
    expect(look()).to.deep.equal({ [ID]: '0 tries, not a word' })
  })
})
