import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ASHAS_DEVICES, deviceEvents } from '#testing/device-events'
import { brokenIn, resultOf } from '#testing/checks'
import {
  everyConnectionAnswers,
  everyConnectionTellsItsOwner,
  type DeviceEvents,
} from './concurrent-runs.checks.ts'

describe('Lines of people who ask for several things at once', () => {
  const ID = 'every-line-tells-its-owners'
  const look = (...stories: readonly DeviceEvents[]): Record<string, string> =>
    brokenIn(everyConnectionTellsItsOwner(stories))

  it('each tell all of their owner, in whatever order the works take turns', async () => {
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
    it(`are found out when on one device: ${told}`, async () => {
      expect(look(...ASHAS_DEVICES, deviceEvents('bram', more))).to.deep.equal({
        [ID]: `bram, the other device: ${told}`,
      })
    })
  }

  it('are found out on every device that is wrong', async () => {
    const { [ID]: observed } = look(
      deviceEvents('asha', { record: [] }),
      deviceEvents('bram', { record: [] }),
    )
    expect(observed).to.match(/^asha, .+; bram, /)
  })

  it('tell something: no story is none', async () => {
    expect(look()).to.deep.equal({ [ID]: "0 words on 0 devices, each its owner's, once" })
  })
})

describe('Lines when all is over', () => {
  const ID = 'every-line-answers'
  const look = (...stories: readonly DeviceEvents[]): Record<string, string> =>
    brokenIn(everyConnectionAnswers(stories))

  it('all answer', async () => {
    expect(look(...ASHAS_DEVICES)).to.deep.equal({})
  })

  it('are found out when one is mute: whose it is, and which, is told', async () => {
    expect(look(...ASHAS_DEVICES, deviceEvents('bram', { fence: false }))).to.deep.equal({
      [ID]: 'mute: bram, the other device',
    })
  })

  it('are there: none answers nothing', async () => {
    expect(look()).to.have.property(ID)
  })
})
