import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chdir, cwd, env } from 'node:process'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { expect } from 'chai'
import {
  BadSettings,
  plainEnvironment,
  publish,
  published,
  readEnvironment,
  workerNumber,
} from './environment.ts'

const home = cwd()
const before = { ...env }
let folder = ''

describe('What the suite is told from outside', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'netra-environment-'))
    chdir(folder)
    for (const name of ['DOTENV_CONFIG_PATH', 'CUCUMBER_TOTAL_WORKERS', 'CUCUMBER_WORKER_ID'])
      delete env[name]
  })

  afterEach(() => {
    chdir(home)
    rmSync(folder, { recursive: true })
    for (const name of Object.keys(env)) if (!(name in before)) delete env[name]
    Object.assign(env, before)
  })

  describe('The environment', () => {
    it('is that of the process where there is no file', () => {
      env['NETRA_TRIED'] = 'set outside'
      expect(readEnvironment()).to.deep.equal({ ...env })
    })

    it('has the file .env underneath it', () => {
      writeFileSync('.env', 'NETRA_TRIED=from the file\n# NETRA_NOT=this\n')
      expect(readEnvironment())
        .to.include({ NETRA_TRIED: 'from the file' })
        .and.not.have.property('NETRA_NOT')
    })

    it('counts more than the file', () => {
      writeFileSync('.env', 'NETRA_TRIED=from the file\nNETRA_OTHER=from the file\n')
      env['NETRA_TRIED'] = 'set outside'
      expect(readEnvironment()).to.include({ NETRA_TRIED: 'set outside', NETRA_OTHER: 'from the file' })
    })

    it('has the file that DOTENV_CONFIG_PATH names underneath it, and no other', () => {
      writeFileSync('.env', 'NETRA_TRIED=from the file\n')
      writeFileSync('staging.env', 'NETRA_OTHER=from the named file\n')
      env['DOTENV_CONFIG_PATH'] = 'staging.env'
      expect(readEnvironment())
        .to.include({ NETRA_OTHER: 'from the named file' })
        .and.not.have.property('NETRA_TRIED')
    })

    it('is refused in one line, which says what to do, when the named file does not exist', () => {
      env['DOTENV_CONFIG_PATH'] = 'stagin.env'
      expect(readEnvironment).to.throw(
        BadSettings,
        /^DOTENV_CONFIG_PATH names stagin\.env, which does not exist: correct it or unset it$/,
      )
    })

    it('is that of the process when DOTENV_CONFIG_PATH is empty', () => {
      env['DOTENV_CONFIG_PATH'] = ''
      expect(readEnvironment()).to.deep.equal({ ...env })
    })

    it('is refused in one line when the named file cannot be read', () => {
      env['DOTENV_CONFIG_PATH'] = folder
      expect(readEnvironment).to.throw(BadSettings, / cannot be read \(EISDIR\): it must be a dotenv file/)
    })

    it('is not changed by being read', () => {
      writeFileSync('.env', 'NETRA_TRIED=from the file\n')
      readEnvironment()
      expect(env['NETRA_TRIED']).to.equal(undefined)
    })

    it('is what is handed on to the workers', () => {
      publish({ NETRA_TRIED: 'for the workers', NETRA_OTHER: '2' })
      expect(readEnvironment()).to.include({ NETRA_TRIED: 'for the workers', NETRA_OTHER: '2' })
    })
  })

  describe('What is handed on', () => {
    it('is found by its name, and nothing else is taken for it', () => {
      writeFileSync('.env', 'NETRA_OTHER=from the file\n')
      publish({ NETRA_TRIED: 'for the workers' })
      expect([published('NETRA_TRIED'), published('NETRA_OTHER')]).to.deep.equal([
        'for the workers',
        undefined,
      ])
    })

    it('is, to other programs, only what every program needs', () => {
      Object.assign(env, { NETRA_TRIED: 'a secret', PATH: '/bin', HOME: '/home/asha' })
      delete env['TMPDIR']
      expect(plainEnvironment()).to.deep.equal({ PATH: '/bin', HOME: '/home/asha' })
      env['TMPDIR'] = '/scratch'
      expect(plainEnvironment()).to.include({ TMPDIR: '/scratch' })
    })
  })

  describe('A worker', () => {
    it('is the first unless the environment says otherwise', () => {
      expect(workerNumber()).to.equal(0)
    })

    it('knows which one it is', () => {
      Object.assign(env, { CUCUMBER_TOTAL_WORKERS: '4', CUCUMBER_WORKER_ID: '3' })
      expect(workerNumber()).to.equal(3)
    })
  })
})
