import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ASHAS_DEVICES, deviceEvents } from '#testing/device-events'
import { brokenIn, isLeak, resultOf } from '#testing/checks'
import {
  devicesAgree,
  everyConnectionAnswers,
  everyConnectionTellsItsOwner,
  foreignResumeGivesNothing,
  type DeviceEvents,
  type ForeignResume,
} from './concurrent-runs.checks.ts'

describe('Lines of people who ask for several things at once', () => {
  const ID = 'every-line-tells-its-owners'
  const look = (...stories: readonly DeviceEvents[]): Record<string, string> =>
    brokenIn(everyConnectionTellsItsOwner(stories))

  it('each tell all of their owner, in whatever order the works take turns', () => {
    const stories = [...ASHAS_DEVICES, deviceEvents('bram', { told: ['bram-2', 'bram-1'] })]
    expect(resultOf(everyConnectionTellsItsOwner(stories))).to.include({
      status: 'passed',
      observed: "6 words on 3 devices, each its owner's, once",
    })
  })

  const faults: Readonly<Record<string, Partial<DeviceEvents>>> = {
    'nothing is on record': { record: [], told: [] },
    '1 of 2 words were not told': { told: ['bram-2'] },
    '1 words more than are on record': { told: ['bram-1', 'bram-2', 'bram-3'] },
    '1 of 2 words were not told, 1 words more than are on record': { told: ['bram-1', 'asha-1'] },
    '2 words that are not hers, like #1 agent_started of a': {
      foreign: ['#1 agent_started of a', '#2 agent_completed of a'],
    },
    'told #2 again, #5 after #3': { faults: ['told #2 again', '#5 after #3'] },
  }
  for (const [told, more] of Object.entries(faults)) {
    it(`are found out when on one device: ${told}; a leak where it is another's`, () => {
      expect(look(...ASHAS_DEVICES, deviceEvents('bram', more))).to.deep.equal({
        [ID]: `bram, the other device: ${told}`,
      })
      const stories = [...ASHAS_DEVICES, deviceEvents('bram', more)]
      expect(isLeak(everyConnectionTellsItsOwner(stories))).to.equal('foreign' in more)
    })
  }

  it('are found out on every device that is wrong', () => {
    const { [ID]: observed } = look(
      deviceEvents('asha', { record: [] }),
      deviceEvents('bram', { record: [] }),
    )
    expect(observed).to.match(/^asha, .+; bram, /)
  })

  it('tell something: no story is none', () => {
    expect(look()).to.deep.equal({ [ID]: "0 words on 0 devices, each its owner's, once" })
  })
})

describe('Lines when all is over', () => {
  const ID = 'every-line-answers'
  const look = (...stories: readonly DeviceEvents[]): Record<string, string> =>
    brokenIn(everyConnectionAnswers(stories))

  it('all answer', () => {
    expect(look(...ASHAS_DEVICES)).to.deep.equal({})
  })

  it('are found out when one is mute: whose it is, and which, is told', () => {
    expect(look(...ASHAS_DEVICES, deviceEvents('bram', { fence: false }))).to.deep.equal({
      [ID]: 'mute: bram, the other device',
    })
  })

  it('are there: none answers nothing', () => {
    expect(look()).to.have.property(ID)
  })
})

describe('Two devices of one person', () => {
  const ID = 'devices-agree'
  const look = (...stories: readonly DeviceEvents[]): Record<string, string> =>
    brokenIn(devicesAgree(stories))

  it('tell the same words, in whatever order', () => {
    const stories = [
      ...ASHAS_DEVICES,
      deviceEvents('bram'),
      deviceEvents('bram', { told: ['bram-2', 'bram-1'] }),
    ]
    expect(resultOf(devicesAgree(stories))).to.include({
      ...{ status: 'passed', observed: 'those of 2 people do' },
    })
  })

  it('are found out when one tells less, or something else: whose they are, is told', () => {
    for (const told of [['bram-1'], ['bram-1', 'bram-3'], []]) {
      expect(look(...ASHAS_DEVICES, deviceEvents('bram'), deviceEvents('bram', { told }))).to.deep.equal({
        [ID]: 'not those of bram',
      })
    }
  })

  it('are two: one alone agrees with none', () => {
    expect(look(...ASHAS_DEVICES, deviceEvents('bram'))).to.deep.equal({ [ID]: 'not those of bram' })
  })

  it('are those of several people: of one alone, or of nobody, they prove nothing', () => {
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
    more: Partial<ForeignResume> = {},
  ): ForeignResume => ({
    what: `a wish for ${wanted}`,
    wanted,
    refusal,
    told,
    foreign: wanted === 'nothing' ? told : 0,
    fence: true,
    ...more,
  })
  const RIGHT = [
    wish('nothing', 'THREAD_NOT_FOUND', 0),
    wish('told', undefined, 7),
    wish('silence', undefined, 0),
  ]
  const look = (...tries: readonly ForeignResume[]): Record<string, string> =>
    brokenIn(foreignResumeGivesNothing(tries))

  it("is granted for one's own only", () => {
    expect(resultOf(foreignResumeGivesNothing(RIGHT))).to.include({
      status: 'passed',
      observed: '1 tries, not a word',
      control: '1 owners were told theirs again',
    })
  })

  it('may be refused in another word, which is told of', () => {
    const [, told, silence] = RIGHT
    const other = [wish('nothing', 'FORBIDDEN', 0), told, silence] as readonly ForeignResume[]
    expect(foreignResumeGivesNothing(other).judge().deviations).to.deep.equal([
      "message resume: another's is refused by FORBIDDEN where THREAD_NOT_FOUND is due",
    ])
    expect(foreignResumeGivesNothing(RIGHT).judge().deviations).to.deep.equal([])
  })

  const odd: readonly (readonly [string, ForeignResume])[] = [
    ['a wish for nothing: granted, 0 words', wish('nothing', undefined, 0)],
    ['a wish for nothing: granted, 4 words', wish('nothing', undefined, 4)],
    ['a wish for nothing: INVALID_MESSAGE, 0 words', wish('nothing', 'INVALID_MESSAGE', 0)],
    ['a wish for nothing: FORBIDDEN, 1 words', wish('nothing', 'FORBIDDEN', 1)],
    ['a wish for nothing: THREAD_NOT_FOUND, 1 words', wish('nothing', 'THREAD_NOT_FOUND', 1)],
    [
      'a wish for nothing: THREAD_NOT_FOUND, 0 words, then mute',
      wish('nothing', 'THREAD_NOT_FOUND', 0, { fence: false }),
    ],
    ['a wish for silence: granted, 2 words', wish('silence', undefined, 2)],
    ['a wish for silence: THREAD_NOT_FOUND, 0 words', wish('silence', 'THREAD_NOT_FOUND', 0)],
    ['a wish for told: granted, 0 words', wish('told', undefined, 0)],
    ['a wish for told: granted, 3 words', wish('told', undefined, 3, { foreign: 1 })],
    ['a wish for told: THREAD_NOT_FOUND, 3 words', wish('told', 'THREAD_NOT_FOUND', 3)],
  ]
  for (const [observed, attempt] of odd) {
    it(`is found out: ${observed}; a leak where a word of another's is told`, () => {
      expect(look(...RIGHT, attempt)).to.deep.equal({ [ID]: observed })
      expect(isLeak(foreignResumeGivesNothing([...RIGHT, attempt]))).to.equal(attempt.foreign > 0)
    })
  }

  it('proves nothing where nobody was told her own again, or nothing was wished', () => {
    const [refused, , silence] = RIGHT
    expect(look(...[refused, silence].filter((attempt) => attempt !== undefined))).to.have.property(ID)
    expect(look()).to.deep.equal({ [ID]: '0 tries, not a word' })
  })
})
