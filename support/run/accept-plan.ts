import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { BadSettings, type Environment } from '#target/environment'
import { targetNames } from '#target/target-file'

/** What can be selected by name, and the tag that selects it. */
const CATEGORIES = { auth: '@auth', chat: '@chat', isolation: '@isolation', websocket: '@websocket', e2e: '' }
const CATEGORY_HELP = `these promises only, more than one if need be: ${Object.keys(CATEGORIES).join(', ')} (e2e is all)`
const MODEL_SETTINGS = ['LLM_BASE_URL', 'LLM_MODEL', 'LLM_API_KEY']

interface Options {
  readonly env?: string
  readonly category?: readonly (keyof typeof CATEGORIES)[]
  readonly pattern?: string
  readonly shard?: string
  readonly realLlm?: true
  readonly acceptDegraded?: true
  readonly list?: true
  readonly json?: true
  readonly open?: true
}

/** What the unified runner does, once its words are read. */
export interface AcceptPlan {
  /** For `cucumber-js`. */
  readonly words: readonly string[]
  /** Besides the environment that there is. */
  readonly settings: Readonly<Record<string, string>>
  readonly acceptDegraded: boolean
  readonly json: boolean
  /** Whether the report is shown when all is over. */
  readonly open: boolean
}

/**
 * Reads the words of `npm run accept`; whatever it does not know is Cucumber's.
 *
 * @returns the text of `--help` where that was asked for
 * @throws {BadSettings} in one line
 */
export function planAcceptance(given: readonly string[], environment: Environment): AcceptPlan | string {
  const command = describeCommand()
  try {
    command.parse([...given], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return command.helpInformation()
    throw new BadSettings(`${error.message.replace(/^error: /, '')} (npm run accept -- --help says more)`)
  }
  const options = command.opts<Options>()
  if (options.realLlm) needModel(environment)
  return {
    words: [...selectionOf(options), ...command.args],
    settings: options.env ? { TEST_ENV: options.env } : {},
    acceptDegraded: options.acceptDegraded ?? false,
    json: options.json ?? false,
    open: options.open ?? false,
  }
}

function describeCommand(): Command {
  return new Command('npm run accept --')
    .description('Runs the acceptance suite, in the words of the runner that it succeeds.')
    .addOption(new Option('--env <name>', 'which platform').choices(targetNames()))
    .addOption(new Option('--category <name>', CATEGORY_HELP).argParser(addCategory))
    .option('--pattern <text>', 'promises whose title holds this text')
    .option('--shard <i/n>', 'one of n parts')
    .option('--real-services', 'it never runs against anything else')
    .option('--real-llm', `a real model behind the local stack: ${MODEL_SETTINGS.join(', ')} are set`)
    .option('--accept-degraded', 'end with 0 when the run is degraded')
    .option('--list', 'name the promises that are selected, and run none')
    .option('--json', 'print the verdict as JSON when all is over')
    .option('--open', 'show the report in a browser when all is over')
    .allowUnknownOption()
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined })
}

/** May be said more than once. */
function addCategory(name: string, before: readonly string[] = []): readonly string[] {
  if (name in CATEGORIES) return [...before, name]
  throw new InvalidArgumentError(`Allowed choices are ${Object.keys(CATEGORIES).join(', ')}.`)
}

function selectionOf({ category = [], pattern, shard, list }: Options): string[] {
  const tags = category.map((name) => CATEGORIES[name])
  const isAll = tags.length === 0 || tags.includes('')
  return [
    ...(isAll ? [] : ['--tags', tags.join(' or ')]),
    ...(pattern === undefined ? [] : ['--name', pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')]),
    ...(shard === undefined ? [] : ['--shard', shard]),
    ...(list ? ['--dry-run', '--format', './support/run/list-format.ts'] : []),
  ]
}

function needModel(environment: Environment): void {
  const missing = MODEL_SETTINGS.filter((name) => !environment[name])
  if (missing.length > 0) throw new BadSettings(`--real-llm needs a model: set ${missing.join(', ')}`)
}
