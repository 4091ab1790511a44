import { execFileSync, spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from 'chai'
import { plainEnvironment } from '#target/environment'
import { VerdictFile } from '#verdict/verdict-schema'

const FRONT_DOOR = 'support/run/front-door.cjs'

const BY_SHELL = ['sh', '-c', '"$@" & wait', 'sh']

interface Place {
  readonly folder?: string
  readonly byShell?: boolean
}

/** A run of the suite as a person starts it, with reports of its own. */
export class SuiteCommand {
  readonly reports: string
  readonly ended: Promise<number | null>
  readonly #child: ChildProcess
  #said = ''

  /**
   * @param environment besides what every program is given
   * @param place the folder that it is called from; whether by a shell that may end before it
   */
  constructor(
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
    place: Place = {},
  ) {
    this.reports = mkdtempSync(join(tmpdir(), 'netra-test-'))
    const own = { NETRA_REPORTS: this.reports, NETRA_KNOWN_FAILURES: devNull }
    const env = { ...plainEnvironment(), ...own, ...environment }
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe']
    const command = [...(place.byShell ? BY_SHELL : []), process.execPath, resolve(FRONT_DOOR), ...args]
    const [program = '', ...words] = command
    this.#child = spawn(program, words, { env, cwd: resolve(place.folder ?? '.'), stdio })
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (text: Buffer) => (this.#said += text.toString()))
    }
    this.ended = new Promise((resolve) => this.#child.once('close', resolve))
  }

  /** Everything that it has printed. */
  get said(): string {
    return this.#said
  }

  /** Resolves when it has printed something that fits. */
  hasSaid(words: RegExp): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (words.test(this.#said)) resolve()
      }
      this.#child.stdout?.on('data', look)
      look()
    })
  }

  /** The lines of its conclusion, from the verdict on. */
  get conclusion(): string {
    return this.#said.slice(this.#said.search(/^[A-Z ]+: .*$/m))
  }

  /** What `verdict.json` says: as the schema has it, and nothing besides. */
  get verdict(): VerdictFile {
    const told: unknown = JSON.parse(this.report('verdict.json'))
    const read = VerdictFile.parse(told)
    expect(told).to.deep.equal(read)
    return read
  }

  /** `summary.md` as it is read: without what keeps a text from being more than a text. */
  get summary(): string {
    return this.report('summary.md')
      .replace(/\\([\\`*[\]<>|~])/g, '$1')
      .replaceAll('\u200b', '')
  }

  report(name: string): string {
    return readFileSync(join(this.reports, name), 'utf8')
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name)
  }

  /** Ids of the processes that it started, and of those that they started, whose command fits. */
  descendants(command: RegExp): number[] {
    const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args=']).toString().trim().split('\n')
    const processes = rows.map((row) => {
      const [, pid, parent, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? []
      return { pid: Number(pid), parent: Number(parent), args }
    })
    const family = new Set([this.#child.pid])
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid)
    return processes.filter(({ pid, args }) => family.has(pid) && command.test(args)).map(({ pid }) => pid)
  }

  discard(): void {
    rmSync(this.reports, { recursive: true, force: true })
  }
}
