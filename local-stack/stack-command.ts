import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The program that `npm run stack` runs. */
export const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))

/** A stack as a person starts it: by command, with temporary files of its own to look at. */
export class StackCommand {
  readonly ended: Promise<number | null>
  readonly ready: Promise<boolean>
  readonly #child: ChildProcess
  #said = ''

  /** @param before words that start it, where it does not start itself */
  constructor(
    home: string,
    args: readonly string[],
    environment: NodeJS.ProcessEnv = {},
    before: readonly string[] = [],
  ) {
    const env = { ...process.env, ...environment, TMPDIR: home }
    const [program = '', ...words] = [...before, process.execPath, MAIN, ...args]
    this.#child = spawn(program, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
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

  /** Everything that it has printed. */
  get said(): string {
    return this.#said
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name)
  }
}
