import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

const COMMANDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'proof/main.ts': [
    ['--quick', '--only', 'wrong-name'],
    ['--jobs', 'two'],
    ['--only', 'no-such-defect'],
    ['--shard', '4/3'],
    ['--since', 'no-such-revision'],
  ],
  'proof/soak/main.ts': [['--runs', '0'], ['--often']],
  'proof/neutral/main.ts': [['--checks', '-1'], ['anything']],
}

function call(file: string, words: readonly string[]): { status: number | null; said: string[] } {
  const { status, stderr } = spawnSync(process.execPath, [file, ...words], { cwd: ROOT, encoding: 'utf8' })
  return { status, said: stderr.trim().split('\n') }
}

describe('A command of the proof', () => {
  for (const [file, lines] of Object.entries(COMMANDS))
    for (const words of lines)
      it(`says in one line that it cannot do "${file} ${words.join(' ')}", and exits 3`, () => {
        const { status, said } = call(file, words)
        assert.deepEqual([status, said.length], [3, 1], said.join('\n'))
      })

  it('exits 0 after its help', () => {
    assert.equal(call('proof/main.ts', ['--help']).status, 0)
  })
})
