import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))

/** A stack as a person starts it: by command, with temporary files of its own to look at. */
class StackCommand {
  readonly ended: Promise<number | null>
  readonly ready: Promise<boolean>
  readonly #child: ChildProcess
  #said = ''

  constructor(home: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
    const env = { ...process.env, ...environment, TMPDIR: home }
    this.#child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.ready = new Promise((resolve) => {
      for (const stream of [this.#child.stdout, this.#child.stderr]) {
        stream?.on('data', (text: Buffer) => {
          this.#said += text.toString()
          if (this.#said.includes('Ready after')) resolve(true)
        })
      }
      this.#child.once('exit', () => resolve(false))
    })
    this.ended = new Promise((resolve) => this.#child.once('close', resolve))
  }

  get said(): string {
    return this.#said
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name)
  }
}

const SERVICES = ['AUTH', 'BACKEND', 'FRONTEND'] as const

describe('npm run stack', () => {
  let home = ''
  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'netra-test-'))
    // Started by root, PostgreSQL runs as somebody else.
    await chmod(home, 0o711)
  })
  after(() => rm(home, { recursive: true, force: true }))

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`answers everywhere, writes what a client has to know, and leaves nothing behind on ${signal}`, async () => {
      const file = join(home, 'stack.env')
      const stack = new StackCommand(home, ['--write-env', file])
      assert(await stack.ready, stack.said)
      const environment = parseEnv(await readFile(file, 'utf8'))
      const addresses = SERVICES.map((name) => `${environment[`STAGING_${name}_URL`]}/health`)
      for (const address of addresses) assert.equal((await fetch(address)).status, 200, address)
      assert.deepEqual(Object.keys(environment).sort(), NAMES)
      stack.signal(signal)
      assert.equal(await stack.ended, 0, stack.said)
      for (const address of addresses) await assert.rejects(fetch(address), address)
      assert.deepEqual(await readdir(home), ['stack.env'])
    })
  }

  it('says in one line that a port is taken, and what to do', async (test) => {
    const server = createServer().listen(0, '127.0.0.1')
    test.after(() => server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const stack = new StackCommand(home, ['--backend-port', String(port)])
    assert.equal(await stack.ended, 1)
    assert.match(
      stack.said,
      new RegExp(`^The local stack cannot start: .*port ${port} is taken: free it.*\n$`),
    )
  })

  it('says in one line that a database cannot be reached', async () => {
    const stack = new StackCommand(home, [], { DATABASE_URL: 'postgres://nobody:none@127.0.0.1:1/none' })
    assert.equal(await stack.ended, 1)
    assert.match(stack.said, /^The local stack cannot start: the server of DATABASE_URL refused: .*\n$/)
  })

  it('says in one line that the file cannot be written, and stops everything', async () => {
    const stack = new StackCommand(home, ['--write-env', join(home, 'no such folder', 'stack.env')])
    assert.equal(await stack.ended, 1)
    assert.match(stack.said, /^The local stack cannot start: .* cannot be written \(ENOENT\)\n$/)
  })
})

const NAMES = [
  'E2E_OAUTH_SIMULATION_KEY',
  'JWT_SECRET_STAGING',
  'STAGING_AUTH_URL',
  'STAGING_BACKEND_URL',
  'STAGING_FRONTEND_URL',
  'STAGING_WEBSOCKET_URL',
]
