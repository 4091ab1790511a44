import { InvalidArgumentError, type CommanderError } from 'commander'
import { EXIT_CODES } from '../support/verdict/lattice.ts'

/** 1, 2, 3 … @throws {InvalidArgumentError} */
export function count(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number above zero.')
}

/** 0 to 1, e.g. `0.99`. @throws {InvalidArgumentError} */
export function share(text: string): number {
  if (/^(0(\.\d+)?|1(\.0+)?)$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a share from 0 to 1.')
}

/** Leaves after what Commander has said: for a wrong command line as for whatever the suite cannot do. */
export function leave({ exitCode }: CommanderError): never {
  process.exit(exitCode === 0 ? 0 : EXIT_CODES['harness-error'])
}
