import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ASHAS_DEVICES, deviceEvents } from '#testing/device-events'
import { brokenIn } from '#testing/observed-run'
import {
  devicesAgree,
  foreignResumeGivesNothing,
  type DeviceEvents,
  type ForeignResume,
} from './concurrent-runs.checks.ts'
import { make } from '#expect/check'

describe('Two devices of one person', () => {
  const ID = 'ISO-3.devices-agree'
  const look = (...stories: readonly DeviceEvents[]): Promise<Record<string, string>> =>
    brokenIn(devicesAgree(() => Promise.resolve(stories)))

  it('tell the same words, in whatever order', async () => {
    const stories = [
      ...ASHAS_DEVICES,
      deviceEvents('bram'),
      deviceEvents('bram', { told: ['bram-2', 'bram-1'] }),
    ]
    expect(await make(devicesAgree(() => Promise.resolve(stories)))).to.include({
      ...{ status: 'passed', observed: 'those of 2 people do' },
    })
  })

  it('are found out when one tells less, or something else: whose they are, is told', async () => {
    for (const told of [['bram-1'], ['bram-1', 'bram-3'], []]) {
      expect(
        await look(...ASHAS_DEVICES, deviceEvents('bram'), deviceEvents('bram', { told })),
      ).to.deep.equal({
        [ID]: 'not those of bram',
      })
    }
  })

  it('are two: one alone agrees with none', async () => {
    expect(await look(...ASHAS_DEVICES, deviceEvents('bram'))).to.deep.equal({ [ID]: 'not those of bram' })
  })

  it('are those of several people: of one alone, or of nobody, they prove nothing', async () => {
    expect(await look(...ASHAS_DEVICES)).to.deep.equal({ [ID]: 'those of 1 people do' })
    expect(await look()).to.have.property(ID)
  })
})

describe('A wish to be told again', () => {
  const ID = 'ISO-3.foreign-resume-gives-nothing'
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
  const look = (...tries: readonly ForeignResume[]): Promise<Record<string, string>> =>
    brokenIn(foreignResumeGivesNothing(() => Promise.resolve(tries)))

  it("is granted for one's own only", async () => {
    expect(await make(foreignResumeGivesNothing(() => Promise.resolve(RIGHT)))).to.include({
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
      expect(await look(...RIGHT, attempt)).to.deep.equal({ [ID]: observed })
    })
  }

  it('proves nothing where nobody was told her own again, or nothing was wished', async () => {
    const [refused, , silence] = RIGHT
    expect(await look(...[refused, silence].filter((attempt) => attempt !== undefined))).to.have.property(ID)
    expect(await look()).to.deep.equal({ [ID]: '0 tries, not a word' })
  })
})
