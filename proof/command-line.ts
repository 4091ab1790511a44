import { InvalidArgumentError, type CommanderError } from 'commander'

/** As everywhere in the project: the suite was told something that it cannot do. */
export const HARNESS_ERROR = 3

/** Leaves after what Commander has said: for a wrong command line with 3, for its help with 0. */
export function leave({ exitCode }: CommanderError): never {
  process.exit(exitCode === 0 ? 0 : HARNESS_ERROR)
}

/** Of the command line: 1, 2, 3 … @throws {InvalidArgumentError} */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number above zero.')
}
