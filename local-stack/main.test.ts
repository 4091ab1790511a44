import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { parseEnv } from 'node:util'
import { MAIN, StackCommand } from './stack-command.ts'

/** What a stack has made for itself, and nothing that it keeps for the next one. */
async function leftIn(home: string): Promise<string[]> {
  return (await readdir(home)).filter((name) => /^netra-(postgres|template)-/.test(name))
}

const NAMELESS = ['setpriv', '--reuid', '4242', '--regid', '4242', '--clear-groups']

/** Only root can become a mere number, and only where that number may read the project and be given a name. */
function canBeNameless(): boolean {
  const [program = '', ...words] = NAMELESS
  const named = ['unshare', '--user', '--map-user=1', '--map-group=1', 'test', '-r', MAIN]
  return spawnSync(program, [...words, ...named]).status === 0
}

/** Makes a signal into an error of whichever service. */
const FAULT = `data:text/javascript,${encodeURIComponent(
  "process.on('SIGUSR2', () => { throw new TypeError('no such thing') })",
)}`

const IS_WINDOWS = process.platform === 'win32'
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

  it('ends, and leaves nothing behind, when npm that started it is gone', { skip: IS_WINDOWS }, async () => {
    const shell = ['sh', '-c', '"$@" & wait', 'sh']
    const stack = new StackCommand(home, [], { npm_command: 'run' }, shell)
    assert(await stack.ready, stack.said)
    stack.signal('SIGTERM')
    await stack.ended
    assert.deepEqual(await leftIn(home), [])
  })

  it('says what no service has caught, and leaves nothing behind', { skip: IS_WINDOWS }, async () => {
    const stack = new StackCommand(home, [], { NODE_OPTIONS: `--import=${FAULT}` })
    assert(await stack.ready, stack.said)
    stack.signal('SIGUSR2')
    assert.equal(await stack.ended, 1)
    assert.match(
      stack.said,
      /^The local stack is lost: an error that nobody caught: TypeError: no such thing\./m,
    )
    assert.deepEqual(await leftIn(home), [])
  })

  it('starts each service in a process of its own on demand, and ends them all', async () => {
    const stack = new StackCommand(home, ['--apart'])
    assert(await stack.ready, stack.said)
    stack.signal('SIGTERM')
    assert.equal(await stack.ended, 0, stack.said)
    assert.deepEqual(await leftIn(home), [])
  })

  it('starts where the home of whoever starts it cannot be made', { skip: IS_WINDOWS }, async () => {
    const stack = new StackCommand(home, [], { HOME: '/proc/nobody/home', XDG_CACHE_HOME: undefined })
    assert(await stack.ready, stack.said)
    stack.signal('SIGTERM')
    assert.equal(await stack.ended, 0, stack.said)
    assert.deepEqual(await leftIn(home), [])
    assert((await readdir(home)).some((name) => name.startsWith('netra-acceptance-')))
  })

  it('starts for a user who has no name', { skip: !canBeNameless() }, async (test) => {
    const place = await mkdtemp(join(tmpdir(), 'netra-test-'))
    test.after(() => rm(place, { recursive: true }))
    await chmod(place, 0o777)
    const stack = new StackCommand(place, [], { HOME: undefined }, NAMELESS)
    assert(await stack.ready, stack.said)
    stack.signal('SIGTERM')
    assert.equal(await stack.ended, 0, stack.said)
    assert.deepEqual(await leftIn(place), [])
  })

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
  'LOCAL_STACK_OPERATOR',
  'STAGING_AUTH_URL',
  'STAGING_BACKEND_URL',
  'STAGING_FRONTEND_URL',
  'STAGING_WEBSOCKET_URL',
]
