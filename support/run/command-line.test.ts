import { describe, it } from 'node:test'
import { expect } from 'chai'
import { publish } from '#target/environment'
import { guardProfiles, type CommandLineFault } from './command-line.ts'

interface Profile {
  readonly paths: readonly string[]
  readonly format: string
  readonly pluginOptions: { readonly netra: { readonly reports: string; readonly fault?: CommandLineFault } }
}

const profile = (format: string): Profile => ({
  paths: ['*'],
  format,
  pluginOptions: { netra: { reports: 'r' } },
})
const PROFILES = { default: profile('progress'), quiet: profile('summary') }

const guard = (...words: readonly string[]): Readonly<Record<string, Profile>> =>
  guardProfiles<Profile>(PROFILES, ['node', 'cucumber-js', ...words])
const faultOf = (...words: readonly string[]): CommandLineFault | undefined =>
  guard(...words)['default']?.pluginOptions.netra.fault

describe('A command line that is right', () => {
  const lines = [
    [],
    ['--tags', '@AUTH-3'],
    ['-t', '@auth and not @slow', '--tags', '@AUTH-1 or @AUTH-2'],
    ['--profile', 'quiet'],
    ['-p', 'default', '-p', 'quiet'],
    ['--name', 'renews', '--parallel', '2'],
    ['--dry-run', '--no-strict'],
  ]
  for (const line of lines) {
    it(`leaves the profiles as they are: ${line.join(' ') || 'no word'}`, () => {
      expect(guard(...line)).to.equal(PROFILES)
    })
  }
})

describe('A command line that names files', () => {
  it('runs them in place of the usual ones, in every profile', () => {
    const guarded = guard('--name', 'renews', 'features/authentication.feature')
    expect(Object.values(guarded)).to.deep.equal(
      Object.values(PROFILES).map((usual) => ({ ...usual, paths: [] })),
    )
  })
})

describe('An environment that would publish the reports', () => {
  it('is refused', (test) => {
    publish({ CUCUMBER_PUBLISH_TOKEN: 'of-somebody' })
    test.after(() => publish({ CUCUMBER_PUBLISH_TOKEN: '' }))
    const reason = 'CUCUMBER_PUBLISH_TOKEN would show the reports to strangers: unset it'
    expect(faultOf()).to.deep.equal({ reason, isFatal: true })
  })
})

describe('A profile that does not exist', () => {
  const reason = 'there is no profile "loud": choose from default, quiet'
  const lines = [['--profile', 'loud'], ['--profile=loud'], ['-p', 'loud'], ['-p', 'quiet', '-p', 'loud']]
  for (const line of lines) {
    it(`is told, and what there is instead: ${line.join(' ')}`, () => {
      expect(faultOf(...line)).to.deep.equal({ reason, isFatal: false })
    })
  }

  it('is made up after the default, so that there is somebody to tell of it', () => {
    const { loud } = guard('-p', 'loud')
    expect(loud).to.deep.equal({
      ...PROFILES.default,
      pluginOptions: { netra: { reports: 'r', fault: { reason, isFatal: false } } },
    })
  })

  it('is told by every profile that there is, each as it was besides', () => {
    const guarded = guard('-p', 'loud')
    expect(Object.keys(guarded)).to.deep.equal(['default', 'quiet', 'loud'])
    expect(Object.values(guarded).map(({ format }) => format)).to.deep.equal([
      'progress',
      'summary',
      'progress',
    ])
    expect(Object.values(guarded).every(({ pluginOptions }) => pluginOptions.netra.fault)).to.equal(true)
  })

  it('leaves the profiles that were given untouched', () => {
    guard('-p', 'loud')
    expect(PROFILES.default).to.deep.equal(profile('progress'))
  })
})

describe('Tags that cannot be read', () => {
  const lines = [['--tags', '@auth and'], ['--tags=(@auth'], ['-t', '@auth', '-t', '@auth @chat']]
  for (const line of lines) {
    it(`are told before anything begins, with what to try: ${line.join(' ')}`, () => {
      const fault = faultOf(...line)
      expect(fault).to.have.property('isFatal', true)
      expect(fault?.reason).to.match(/^--tags ".+" cannot be read \(.+\): try --tags "@auth"$/)
    })
  }

  it('are told as they were written, with why', () => {
    expect(faultOf('--tags', '@auth @chat')?.reason).to.equal(
      '--tags "@auth @chat" cannot be read (Expected operator.): try --tags "@auth"',
    )
  })

  it('are told after a profile that does not exist: one thing at a time', () => {
    expect(faultOf('--tags', '(', '-p', 'loud')?.reason).to.match(/^there is no profile "loud"/)
  })
})
