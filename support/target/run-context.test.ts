import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import {
  findNote,
  leaveNote,
  publishRun,
  readRun,
  removeNotes,
  stopChannelOf,
  type Health,
  type RunContext,
} from './run-context.ts'

const published = env['NETRA_RUN']
let place = ''
let run: RunContext

const HEALTH: Health = {
  healthy: true,
  capabilities: ['cancel', 'resume'],
  skewMs: -12,
  services: [{ service: 'auth', address: 'http://x', state: 'healthy', answer: '200', waitedMs: 5 }],
}
const LOST = { verdict: 'target-unhealthy', reason: 'the backend is away' } as const

describe('What the coordinator and its workers know of a run', () => {
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'netra-context-'))
    run = { id: 'r3k9', folder: join(place, 'run'), reports: 'reports' }
  })

  afterEach(() => {
    rmSync(place, { recursive: true, force: true })
    if (published === undefined) delete env['NETRA_RUN']
    else env['NETRA_RUN'] = published
  })

  describe('A run', () => {
    it('is known to the workers by the environment that they are started with', () => {
      publishRun(run)
      expect(readRun()).to.deep.equal(run)
      expect(existsSync(run.folder)).to.equal(true)
    })

    it('is not made up where none was published, or only half of one', () => {
      delete env['NETRA_RUN']
      expect(readRun).to.throw()
      env['NETRA_RUN'] = '{"id":"r3k9"}'
      expect(readRun).to.throw()
    })

    it('tells its own workers to stop, and those of no other run', () => {
      expect(stopChannelOf(run)).to.equal(stopChannelOf({ ...run }))
      expect(stopChannelOf(run)).not.to.equal(stopChannelOf({ ...run, id: 'r3ka' }))
    })
  })

  describe('A note', () => {
    beforeEach(() => publishRun(run))

    it('is found as it was left, by its name', () => {
      leaveNote(run, 'health', HEALTH)
      leaveNote(run, 'stop', LOST)
      expect(findNote(run, 'health')).to.deep.equal(HEALTH)
      expect(findNote(run, 'stop')).to.deep.equal(LOST)
      expect(findNote(run, 'refusal')).to.equal(undefined)
    })

    it('is replaced by a later one of its name', () => {
      leaveNote(run, 'refusal', LOST)
      leaveNote(run, 'refusal', { verdict: 'harness-error', reason: 'nothing was selected' })
      expect(findNote(run, 'refusal')?.reason).to.equal('nothing was selected')
    })

    it('is never seen half-written: what is not finished has another name', () => {
      writeFileSync(join(run.folder, 'health.json.new'), '{"healthy":tr')
      expect(findNote(run, 'health')).to.equal(undefined)
      leaveNote(run, 'health', HEALTH)
      expect(readdirSync(run.folder)).to.deep.equal(['health.json'])
    })

    it('is refused when it is not what it should be', () => {
      for (const text of [
        '{"verdict":"passed","reason":"all is well"}',
        '{"verdict":"harness-error"}',
        '{',
      ]) {
        writeFileSync(join(run.folder, 'stop.json'), text)
        expect(() => findNote(run, 'stop')).to.throw()
      }
    })

    it('is gone with the run, which may be taken away twice', () => {
      leaveNote(run, 'health', HEALTH)
      removeNotes(run)
      removeNotes(run)
      expect(existsSync(run.folder)).to.equal(false)
      expect(findNote(run, 'health')).to.equal(undefined)
    })
  })
})
