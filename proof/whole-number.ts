import { InvalidArgumentError } from 'commander'

/** Of the command line: 1, 2, 3 … @throws {InvalidArgumentError} */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number above zero.')
}
