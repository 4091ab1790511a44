import { Command, InvalidArgumentError } from 'commander'
import { SERVICE_NAMES, USUAL_CHOICES } from './stack-config.ts'
import type { StackOptions } from './stack.ts'

export interface CommandLine extends StackOptions {
  /** Where the addresses and secrets are written once everything is ready. */
  readonly writeEnv?: string | undefined
}

/** The environment is wrong; the message is one line and says what to do. */
export class BadEnvironment extends Error {}

/** Reads the command line and the environment. @throws {BadEnvironment} */
export function readOptions(argv: readonly string[], environment: NodeJS.ProcessEnv): CommandLine {
  const usual = USUAL_CHOICES
  const command = new Command('npm run stack --')
    .description('Starts a local Netra platform of real services and keeps it running until Ctrl-C.')
    .option('--apart', 'each service in a process of its own, so that one can be lost alone')
    .option('--write-env <file>', 'write the addresses and secrets as a dotenv file once all is ready')
    .option('--access-seconds <n>', 'life of an access token', wholeNumber, usual.accessSeconds)
    .option('--refresh-seconds <n>', 'life of a refresh token', wholeNumber, usual.refreshSeconds)
    .option('--heartbeat-seconds <n>', 'silence before a heartbeat', wholeNumber, usual.heartbeatSeconds)
    .option('--piece-delay <ms>', 'pace of runs: delay between pieces of a reply', count, usual.pieceDelay)
  for (const name of SERVICE_NAMES) {
    command.option(`--${name}-port <n>`, `port of the ${name} (default: a free one)`, port)
  }
  command.addHelpText('after', HELP).parse(argv, { from: 'user' })
  const given = command.opts<Record<string, number> & { writeEnv?: string; apart?: true }>()
  const { accessSeconds = 0, refreshSeconds = 0, heartbeatSeconds = 0, pieceDelay = 0, writeEnv } = given
  return {
    choices: { accessSeconds, refreshSeconds, heartbeatSeconds, pieceDelay, model: readModel(environment) },
    databaseUrl: readDatabaseUrl(environment),
    ports: Object.fromEntries(SERVICE_NAMES.map((name) => [name, given[`${camel(name)}Port`]])),
    writeEnv,
    apart: given.apart ?? environment['STACK_APART'] === 'true',
  }
}

const HELP = `
Environment:
  DATABASE_URL                            an existing PostgreSQL server instead of one of our own
  LLM_BASE_URL, LLM_MODEL, LLM_API_KEY    a real language model instead of the model server
  STACK_APART=true                        the same as --apart`

function readModel(environment: NodeJS.ProcessEnv): CommandLine['choices']['model'] {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: apiKey } = environment
  if (!baseUrl && !model && !apiKey) return undefined
  if (baseUrl && model && apiKey) return { baseUrl, model, apiKey }
  throw new BadEnvironment('LLM_BASE_URL, LLM_MODEL and LLM_API_KEY belong together: set all three or none')
}

function readDatabaseUrl({ DATABASE_URL: url }: NodeJS.ProcessEnv): string | undefined {
  if (!url) return undefined
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)) return url
  throw new BadEnvironment('DATABASE_URL must look like postgres://user:password@host:5432/postgres')
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number above zero.')
}

function count(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw new InvalidArgumentError('It must be a whole number.')
}

function port(text: string): number {
  const number = wholeNumber(text)
  if (number <= 65_535) return number
  throw new InvalidArgumentError('It must be a port, 1 to 65535.')
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_match, letter: string) => letter.toUpperCase())
}
