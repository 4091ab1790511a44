import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { CAPABILITIES } from '#contract/capabilities'
import { seconds } from '#waiting/duration'
import { describeDeployment } from './descriptions.ts'
import { BadSettings } from './environment.ts'
import { findTargetFile, readTargetFile, targetNames, type TargetFile } from './target-file.ts'

let folder = ''

function written(text: string): TargetFile {
  writeFileSync(join(folder, 'moon.yml'), text)
  return readTargetFile('moon', folder)
}

const EVERYTHING = `
title: a platform on the moon
domain: moon.example
addresses:
  auth: https://auth.moon.example/
  backend: https://api.moon.example
  frontend: https://moon.example
  live: wss://live.moon.example/ws
sign-in: [password, staging-jwt]
capabilities:
  offered: [cancel]
  demanded: [resume]
edge: { api-per-minute: 60, other-per-minute: 30 }
patience: { answer: 1 min, slowest-answer: 2 min, wake-up: 90 s, tolerance: 2.5 s }
promises: { first-event: 3 s, silence: 4 s, connection-close: 5 s, run-stop: 6 s, success-under-load: 90 % }
deviations:
  - where: GET /auth/me
    what: '\`name\` is missing'
    reason: nobody reads it
    issue: MOON-7
    until: 2027-03-31
`

/** Every case: what is wrong, the file, and the one line that says so. */
const UNUSABLE: readonly (readonly [string, string, RegExp])[] = [
  ['no YAML', 'title: [', /^targets\/moon\.yml cannot be read: /],
  ['nothing', '', /^targets\/moon\.yml cannot be used: /],
  ['no title', 'started: true', /cannot be used: title: /],
  ['a word that it does not know', 'title: x\nadresses: {}', /Unrecognized key: "adresses"/],
  ['some of the addresses', 'title: x\naddresses: { auth: https://a.example }', /used: addresses: backend: /],
  ['no length of time', 'title: x\npromises: { silence: 15 }', /used: promises: silence: /],
  [
    'an odd length of time',
    'title: x\npromises: { silence: 15s }',
    /silence: it must be a time such as 15 s/,
  ],
  ['an odd share', 'title: x\npromises: { success-under-load: 0.75 }', /success-under-load: /],
  ['no capability', 'title: x\ncapabilities: { offered: [flying] }', /used: capabilities: offered: 0: /],
  ['no way to sign in', 'title: x\nsign-in: []', /used: sign-in: /],
  [
    'an odd day',
    EVERYTHING.replace('2027-03-31', 'next March'),
    /deviations: 0: until: it must be a day such/,
  ],
  [
    'a secret in an address',
    EVERYTHING.replace('auth.moon', 'asha:pw-1@auth.moon'),
    /addresses: auth: it must be an address without a user name/,
  ],
]

describe('A file of targets/', () => {
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'netra-targets-'))
  })
  after(() => rmSync(folder, { recursive: true }))

  it('says everything that has to be known of a deployment', () => {
    const file = written(EVERYTHING)
    expect(file.addresses).to.include({
      auth: 'https://auth.moon.example',
      live: 'wss://live.moon.example/ws',
    })
    expect(describeDeployment(file, 'api.moon.example')).to.deep.equal({
      ...{ patience: seconds(60), slowestAnswer: seconds(120), wakeUp: seconds(90), tolerance: seconds(2.5) },
      ...{ describedCapabilities: ['cancel'], demandedCapabilities: ['resume'] },
      signIn: ['password', 'staging-jwt'],
      edgeLimits: { apiPerMinute: 60, otherPerMinute: 30 },
      promises: {
        ...{ firstEvent: seconds(3), silence: seconds(4), connectionClose: seconds(5) },
        ...{ runStop: seconds(6), successUnderLoad: 0.9 },
      },
      deviations: [
        {
          ...{ where: 'GET /auth/me', what: '`name` is missing', reason: 'nobody reads it' },
          ...{ issue: 'MOON-7', until: '2027-03-31' },
        },
      ],
    })
  })

  it('leaves what it does not say as it is everywhere', () => {
    const { promises, signIn, deviations, edgeLimits } = describeDeployment(written('title: x'), '127.0.0.1')
    expect(promises.successUnderLoad).to.equal(1)
    expect(signIn).to.deep.equal(['oauth-simulation', 'staging-jwt', 'password'])
    expect([deviations, edgeLimits]).to.deep.equal([[], undefined])
  })

  for (const [what, text, line] of UNUSABLE)
    it(`is refused in one line that shows nothing secret: ${what}`, () => {
      expect(() => written(text))
        .to.throw(BadSettings, line)
        .with.property('message')
        .match(/^[^\n]+$/)
        .and.not.contain('pw-1')
    })
})

describe('The targets of the project', () => {
  it('can all be read, and are found by their names', () => {
    expect(targetNames().slice(0, 2)).to.deep.equal(['local', 'staging'])
    for (const name of targetNames()) expect(findTargetFile(name, undefined).title, name).not.to.equal('')
  })

  it('demand of the local stack whatever there is', () => {
    expect(findTargetFile('local', undefined).capabilities.demanded).to.have.members([...CAPABILITIES])
  })
})
