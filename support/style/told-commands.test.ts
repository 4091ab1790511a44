import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { promisify } from 'node:util'
import { expect } from 'chai'
import { commandsIn, type ToldCommand } from '#documentation/told-commands'
import { planAcceptance } from '#run/accept-plan'
import { findBadWord } from '#run/command-line'
import { findUnselected } from '#run/selection'
import { readWords } from '#run/words'
import { plainEnvironment } from '#target/environment'

const PAGES = ['README.md', 'CONTRIBUTING.md']

/** How a command of a script is run here: it and these words, or `--help` in place of its own. */
const RUN_AS: Readonly<Record<string, readonly string[] | 'help'>> = {
  prove: ['--list'],
  doctor: [],
  merge: 'help',
  mutate: 'help',
  neutral: 'help',
  soak: 'help',
  stack: 'help',
}
/** Not run with its own words, though its program is: its options must stand in the help. */
const BY_HELP: Readonly<Record<string, string>> = {
  'npm run prove -- --since HEAD~3': 'a clone that CI makes may have no history',
  'npm run prove -- --list': 'it is in what is run of --only',
  'npm run prove -- --shard 1/4': 'what is listed is the whole; selection.test.ts cuts it',
}
/** What is not run here at all; that there is such a script is looked at. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'npm ci --prefix mutation': 'it fetches packages that no run of the suite needs',
  'npm ci': 'it would take the packages away from under this test; CI begins with it',
  'npm test': 'this test is part of it',
  'npm run bench': 'it takes minutes of both processors; there is nothing that it could be told',
  'npm run rejudge -- reports/evidence': 'there is no evidence before a run; support/rejudge tests it',
  'npm run docs': 'it writes over the pages; pages.test.ts compares what it would write',
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
const OF_NPM = ['ci', 'test']

/** What each program says of itself, asked once. */
const helps: Record<string, ReturnType<typeof run>> = {}

/** What is wrong with a command; undefined if it is as it is told. */
async function faultIn(command: ToldCommand): Promise<string | undefined> {
  const { text, program, words } = command
  if (program !== 'cucumber-js' && !OF_NPM.includes(program) && !(program in scripts))
    return `${text}: there is no script "${program}"`
  if (text in NOT_RUN) return undefined
  const cucumber = program === 'accept' ? planOf(words) : program === 'cucumber-js' ? words : undefined
  if (cucumber !== undefined) return faultOfRun(text, cucumber)
  const way = RUN_AS[program]
  if (way === undefined) return `${text}: nobody runs it, and nobody says why`
  if (way !== 'help' && !(text in BY_HELP)) return (await run(command, [...words, ...way])).fault
  const { said, fault } = await (helps[program] ??= run(command, ['--help']))
  const options = words.filter((word) => word.startsWith('--'))
  const unknown = options.filter((option) => !new RegExp(`^ +${option}\\b`, 'm').test(said))
  return fault ?? (unknown.length > 0 ? `${text}: there is no ${unknown.join(', ')}` : undefined)
}

function planOf(words: readonly string[]): readonly string[] | string {
  try {
    const plan = planAcceptance(words, {})
    return typeof plan === 'string' ? [] : plan.words
  } catch (error) {
    return String(error)
  }
}

/** What the suite itself looks at before a run is begun, here without one: a process for each would take minutes. */
async function faultOfRun(text: string, words: readonly string[] | string): Promise<string | undefined> {
  if (typeof words === 'string') return `${text}: ${words}`
  const fault =
    findBadWord(['node', 'cucumber-js', ...words]) ??
    (await findUnselected(readWords([...words]), ['features/*.feature']))
  return fault && `${text}: ${fault.reason}`
}

async function run(
  { text, program, settings }: ToldCommand,
  words: readonly string[],
): Promise<{ said: string; fault?: string }> {
  const env = { ...plainEnvironment(), ...settings }
  try {
    const { stdout } = await promisify(execFile)('npm', ['run', '-s', program, '--', ...words], { env })
    return { said: stdout }
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    return { said: stdout, fault: `${text}: ${(stderr || stdout).trim().split('\n').slice(-3).join(' ')}` }
  }
}

describe('Every command that a page tells', () => {
  for (const page of PAGES) {
    it(`does what is said of it: ${page}`, async () => {
      const commands = commandsIn(readFileSync(page, 'utf8'))
      expect(commands).to.have.length.above(4)
      const faults = []
      // One after another: each of them takes a whole processor.
      for (const command of commands) faults.push(await faultIn(command))
      expect(faults.filter((fault) => fault !== undefined)).to.deep.equal([])
    })
  }

  it('is one of those that are not run only for as long as a page tells it', () => {
    const told = PAGES.flatMap((page) => commandsIn(readFileSync(page, 'utf8'))).map(({ text }) => text)
    expect(told).to.include.members([...Object.keys(NOT_RUN), ...Object.keys(BY_HELP)])
  })

  it('is red when there is no such script, option, feature, promise or defect', async () => {
    const told = [
      ...[
        'npm run sok -- --runs 3',
        'npm run soak -- --run 3',
        'npm run sbom',
        'npx cucumber-js --tag @AUTH-3',
      ],
      ...['npx cucumber-js --tags @AUTH-9', 'npx cucumber-js features/none.feature'],
      ...['npm run prove -- --only none', 'npm run accept -- --category none'],
    ]
    for (const text of told) {
      const [command] = commandsIn(`\`${text}\``)
      expect(command && (await faultIn(command)), text).to.match(new RegExp(`^${text}: `))
    }
  })
})
