import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { SuiteCommand } from '#testing/suite-command'

const AUTH = 'features/authentication.feature'
const CHAT = 'features/chat-agents.feature'
/** The line of the scenario that comes second. */
const SECOND = readFileSync(AUTH, 'utf8').split('\n').indexOf('    @AUTH-2') + 2

/** Every case: the command line, the folder it is called from, and how many scenarios are run. */
const RIGHT: readonly (readonly [string, string, number])[] = [
  ['', '.', 20],
  [AUTH, '.', 5],
  [`./${AUTH}`, '.', 5],
  [`${AUTH} ${CHAT}`, '.', 10],
  ['features', '.', 20],
  ['features/*-*.feature', '.', 15],
  [`${AUTH}:10`, '.', 1],
  [`${AUTH}:10:${SECOND} ${CHAT}`, '.', 7],
  [`${AUTH} --tags @AUTH-3`, '.', 1],
  ['--name renews --name outside', '.', 2],
  ['--shard 1/2 --parallel 2 --retry 1', '.', 10],
  ['', 'features', 20],
  ['authentication.feature:10', 'features', 1],
  ['../../features/chat-agents.feature', 'support/run', 5],
]

/** Every case: the command line, the folder it is called from, and the one line that says what is wrong. */
const WRONG: readonly (readonly [string, string, RegExp])[] = [
  [
    'features/authentification.feature',
    '.',
    /there is no features\/authentification\.feature: .*authentication\.feature$/,
  ],
  ['nosuch/', '.', /there is no nosuch\/: /],
  ['docs', '.', /docs holds no scenario: /],
  ['features/z*.feature', '.', /there is no features\/z\*\.feature: /],
  ['@AUTH-3', '.', /there is no @AUTH-3: a tag is chosen by --tags @AUTH-3$/],
  [
    `${AUTH}:12`,
    '.',
    /authentication\.feature:12 is the line of no scenario: the nearest is .*:10 \(A newcomer/,
  ],
  [`${AUTH}:10:9999`, '.', /authentication\.feature:9999 is the line of no scenario: the nearest is /],
  ['features/*.feature:11', '.', /a line belongs to one file: name it in place of features\/\*\.feature$/],
  ['nosuch.feature', 'features', /there is no features\/nosuch\.feature: the nearest is features\//],
  ['--tags @AUTH-9', '.', /--tags "@AUTH-9" names a tag that nothing has: the nearest are .*@AUTH-5/],
  ['--tags', '.', /--tags needs a value$/],
  ['--name renewz', '.', /--name "renewz" fits no scenario: the nearest is "A session renews/],
  ['--name (', '.', /--name "\(" cannot be read/],
  [`${CHAT} --tags @AUTH-3`, '.', /nothing is selected by .*chat-agents\.feature --tags @AUTH-3 together/],
  ['--shard 21/22', '.', /--shard 21\/22 is empty: 20 scenarios are shared out$/],
  ['--nosuch', '.', /there is no option --nosuch/],
  ['--colour', 'features', /there is no option --colour/],
  ['--taggs @AUTH-3', '.', /there is no option --taggs: the nearest is --tags$/],
  ['--parallel abc', '.', /--parallel "abc" is no number/],
  ['--retry x', '.', /--retry "x" is no number/],
  ['--shard x', '.', /--shard "x" is no part of a whole: say --shard 1\/3$/],
  ['--shard 3/2', '.', /--shard "3\/2" is no part of a whole/],
  ['--order sideways', '.', /--order "sideways" is no order/],
  ['--world-parameters x', '.', /--world-parameters "x" is no JSON/],
  ['--format nosuch', '.', /--format "nosuch" is no format: the nearest are /],
  ['--config nope.js', '.', /--config names nope\.js, which does not exist$/],
  ['--publish', '.', /--publish would show the reports to strangers/],
]

const words = (line: string): string[] => line.split(' ').filter(Boolean)

describe('What is named on the command line', () => {
  for (const [line, folder, count] of RIGHT) {
    it(`is run, and nothing else: ${line || 'nothing'}, from ${folder}`, async (test) => {
      const run = new SuiteCommand([...words(line), '--dry-run'], {}, { folder })
      test.after(() => run.discard())
      expect(await run.ended, run.said).to.equal(0)
      expect(run.said).to.match(new RegExp(`^${count} scenarios? `, 'm'))
    })
  }

  it('may stand in a list of a run before, and an empty one names nothing', async (test) => {
    const folder = mkdtempSync('reports-of-a-test-')
    test.after(() => rmSync(folder, { recursive: true }))
    for (const [text, code] of [
      [`${AUTH}:10\n`, 0],
      ['\n', 3],
    ] as const) {
      writeFileSync(join(folder, '@again.txt'), text)
      const run = new SuiteCommand([`${folder}/@again.txt`, '--dry-run'])
      test.after(() => run.discard())
      expect(await run.ended, run.said).to.equal(code)
      expect(run.said).to.match(code === 0 ? /^1 scenario /m : /@again\.txt names no scenario$/m)
    }
  })

  for (const [line, folder, complaint] of WRONG) {
    it(`is refused in one line, before anything is started: ${line}, from ${folder}`, async (test) => {
      const run = new SuiteCommand(words(line), {}, { folder })
      test.after(() => run.discard())
      expect(await run.ended, run.said).to.equal(3)
      const [sentence = ''] = run.conclusion.split('\n')
      expect(sentence)
        .to.match(/^HARNESS ERROR: /)
        .and.to.match(complaint)
      expect(run.verdict).to.include({ verdict: 'harness-error', sentence })
      expect(run.summary).to.include(sentence)
      expect(run.said).not.to.match(/^\s+at |scenarios? \(.*passed/m)
      expect(() => run.report('stack.log')).to.throw('ENOENT')
    })
  }
})
