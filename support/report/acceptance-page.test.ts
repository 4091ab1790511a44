import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { after, before, describe, it } from 'node:test'
import { expect } from 'chai'
import { chromium, type Browser, type Page } from 'playwright-core'
import { conclude, type RunRecord } from '#verdict/conclusion'
import { outcomeOf } from '#testing/outcome'
import { runRecord, scenarioRecord } from '#testing/run-record'
import { describePage } from './acceptance-page.ts'

const EXECUTABLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
)
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

const LEAKED = scenarioRecord({
  ...{
    id: 'ISO-1',
    title: 'People stay themselves',
    feature: 'features/user-isolation.feature',
    status: 'FAILED',
  },
  errors: ['NotAsPromised'],
  steps: [{ text: 'Then <b>each</b> is told of herself', status: 'FAILED' }],
  outcome: outcomeOf({
    id: 'ISO-1',
    blamed: ['target'],
    checks: [
      {
        ...{ status: 'failed', id: 'ALWAYS.nothing-foreign-shows', leak: true, expected: 'nothing' },
        observed: 'Mallory was shown </script><img src=x onerror=alert(1)> of Asha',
      },
    ],
    notReached: ['ISO-1.each-reads-herself'],
  }),
})
const UNTESTABLE = scenarioRecord({
  id: 'AUTH-2',
  outcome: outcomeOf({
    untestable: 'set JWT_SECRET_STAGING',
    checks: [{ status: 'not-testable', id: 'AUTH-3.stated-life-is-true', reason: 'set JWT_SECRET_STAGING' }],
  }),
})
const DEVIATION = {
  text: '`plan` is missing',
  weight: 'differs',
  count: 3,
  first: 'AUTH-1, exchange 3',
} as const
const AWAY = { verdict: 'target-unhealthy', reason: 'the backend is away' } as const

/** Each kind of run, and what its page says first. */
const RUNS: Readonly<Record<string, readonly [RunRecord, string]>> = {
  passed: [runRecord([scenarioRecord()]), 'PASSED'],
  'passed with deviations': [
    runRecord([
      scenarioRecord({ outcome: outcomeOf({ ...scenarioRecord().outcome, deviations: [DEVIATION] }) }),
    ]),
    'PASSED WITH DEVIATIONS',
  ],
  'isolation violated': [runRecord([scenarioRecord(), LEAKED]), 'ISOLATION VIOLATED'],
  'not testable': [runRecord([UNTESTABLE]), 'NOT TESTABLE'],
  degraded: [
    runRecord([...['AUTH-1', 'AUTH-3', 'AUTH-4'].map((id) => scenarioRecord({ id })), UNTESTABLE]),
    'DEGRADED',
  ],
  'broken off': [runRecord([], { refusal: AWAY, planned: 20 }), 'TARGET UNHEALTHY'],
}

describe(
  'The page for who owns the product',
  { skip: EXECUTABLE ? false : 'no Chromium is installed' },
  () => {
    let browser: Browser
    const folder = mkdtempSync(join(tmpdir(), 'netra-page-'))
    before(async () => {
      browser = await chromium.launch({ executablePath: EXECUTABLE ?? '', args: ['--no-sandbox'] })
    })
    after(async () => {
      await browser.close()
      rmSync(folder, { recursive: true })
    })

    /** The page of a run, opened, and everything on it that a browser complains of. */
    async function open(record: RunRecord, options = {}): Promise<{ page: Page; complaints: string[] }> {
      const file = join(folder, 'acceptance.html')
      writeFileSync(file, describePage(record, conclude(record), { reports: folder, proof: undefined }))
      const page = await browser.newPage(options)
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      page.on('pageerror', (error) => complaints.push(error.message))
      page.on('request', (request) => {
        if (request.url() !== pathToFileURL(file).href) complaints.push(`asks for ${request.url()}`)
      })
      await page.goto(pathToFileURL(file).href)
      return { page, complaints }
    }

    for (const [kind, [record, headline]] of Object.entries(RUNS)) {
      it(`of a run that is ${kind} says so first, in light and dark, large and small`, async () => {
        for (const options of [
          { colorScheme: 'light' },
          { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
        ] as const) {
          const { page, complaints } = await open(record, options)
          expect(await page.locator('.verdict strong').textContent()).to.equal(headline)
          for (const button of await page.locator('[data-fold=out]').all()) await button.click()
          await page.evaluate(AXE)
          const { violations } = await page.evaluate<AxeResult>('axe.run()')
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).to.deep.equal([])
          const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
          expect([isWide, complaints]).to.deep.equal([false, []])
          await page.close()
        }
      })
    }

    it('shows what a platform has said as a text, and what is broken in the words of the promise', async () => {
      const { page, complaints } = await open(RUNS['isolation violated']?.[0] ?? runRecord([]))
      expect(await page.locator('img').count()).to.equal(0)
      const text = await page.locator('main').innerText()
      expect(text).to.contain('<b>each</b> is told').and.contain('</script><img src=x')
      expect(await page.locator('.verdict').innerText()).to.contain(
        'Nothing of another person shows anywhere',
      )
      expect(text)
        .to.match(/At risk\s+\$500K\+ liability/)
        .and.match(/Protected\s+\$50K\+ MRR/)
      expect(text).to.contain('What was not reached')
      expect(complaints).to.deep.equal([])
      await page.close()
    })

    it('unfolds what is not kept, hides what is, and goes where a link leads', async () => {
      const { page } = await open(RUNS['isolation violated']?.[0] ?? runRecord([]))
      expect(await page.locator('#ISO-1').getAttribute('open')).to.equal('')
      expect(await page.locator('#AUTH-1').getAttribute('open')).to.equal(null)
      await page.getByRole('button', { name: 'Not kept' }).click()
      expect(await page.locator('#AUTH-1').isVisible()).to.equal(false)
      await page.getByRole('button', { name: 'All promises' }).click()
      expect(await page.locator('#AUTH-1').isVisible()).to.equal(true)
      await page.locator('#AUTH-1 > summary').focus()
      await page.keyboard.press('Enter')
      expect(await page.locator('#AUTH-1').getAttribute('open')).to.equal('')
      await page.close()
    })
  },
)
