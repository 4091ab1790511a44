import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { after, before, describe, it } from 'node:test'
import { chromium, type Browser, type BrowserContext, type Page, type WebSocketRoute } from 'playwright-core'
import { USUAL_CHOICES } from '../stack-config.ts'
import { startStack, type RunningStack } from '../stack.ts'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const CHROMIUM = PLACES.find((place) => existsSync(place))
const AXE = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'))
const PASSWORD = 'a-password-of-some-length'
const QUESTION =
  'My workload cobalt-heron-7f makes 120,000 requests a month with 850 input tokens and 210 output tokens each on gpt-4o. What does it cost a month?'
const LONG_WORK =
  'Plan the migration of workload cobalt-heron-7f (120,000 requests a month, 850 input tokens and 210 output tokens each, on gpt-4o): 1. risks; 2. timeline with milestones; 3. executive summary with cost estimate.'
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const
const PATIENCE_MS = 15_000

/** Somebody at a browser of her own, and everything that it complains of. */
class Visitor {
  readonly complaints: string[] = []
  /** Live lines of her tabs, so that they can be cut. */
  readonly lines: WebSocketRoute[] = []
  readonly context: BrowserContext

  private constructor(context: BrowserContext) {
    this.context = context
    context.setDefaultTimeout(PATIENCE_MS)
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text())
    })
    context.on('weberror', (error) => this.complaints.push(error.error().message))
  }

  static async at(browser: Browser, options: object = {}): Promise<Visitor> {
    const visitor = new Visitor(await browser.newContext({ reducedMotion: 'reduce', ...options }))
    await visitor.context.routeWebSocket(/./, (line) => {
      line.connectToServer()
      visitor.lines.push(line)
    })
    return visitor
  }

  async open(url: string): Promise<Page> {
    const page = await this.context.newPage()
    await page.goto(url)
    return page
  }
}

async function register(page: Page, email: string): Promise<void> {
  await page.getByRole('button', { name: 'Create an account' }).click()
  await page.getByLabel('Address').fill(email)
  await page.getByLabel('Name, if you like').fill('Asha Rao')
  await page.getByLabel(/^Password/).fill(PASSWORD)
  await page.locator('form button[type=submit]').click()
  await isLive(page)
}

function isLive(page: Page): Promise<void> {
  return page.getByRole('status').filter({ hasText: 'Live' }).waitFor()
}

async function ask(page: Page, question: string): Promise<void> {
  await page.getByLabel('Your question').fill(question)
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
}

/** What keeps people from using a page, a line each. */
async function barriersOf(page: Page): Promise<string[]> {
  // The page runs its own scripts only; what a debugger says is no script of the page.
  await page.evaluate(await readFile(AXE, 'utf8'))
  const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    'axe.run()',
  )
  const isWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
  const barriers = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
  return isWide ? [...barriers, 'wider than its window'] : barriers
}

describe('The chat page in a browser', { skip: CHROMIUM ? false : 'no Chromium is installed' }, () => {
  let stack: RunningStack
  let browser: Browser
  let home = ''

  before(async () => {
    const options = { choices: { ...USUAL_CHOICES, pieceDelay: 15 }, ports: {}, apart: false }
    const launching = chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
    ;[stack, browser] = await Promise.all([
      startStack({ ...options, databaseUrl: process.env['DATABASE_URL'] }),
      launching,
    ])
    home = stack.urls.frontend
  })
  after(async () => {
    await browser.close()
    await stack.stop()
  })

  it('takes a newcomer in, works before her eyes, and comes back when its line is lost', async () => {
    const asha = await Visitor.at(browser)
    const page = await asha.open(home)
    assert.deepEqual(await barriersOf(page), [])
    await register(page, 'asha.page@example.com')
    assert.deepEqual(await barriersOf(page), [])
    await ask(page, LONG_WORK)
    await page.getByText('Agents at work').waitFor()
    await page.getByRole('log').getByText('Supervisor').first().waitFor()
    // The line is cut in the midst of the work: what was missed is told when it is back.
    await asha.lines.at(-1)?.close({ code: 4000, reason: 'cut' })
    await page.getByText('Connecting…').waitFor()
    await isLive(page)
    await page.getByText(/^\d agents?, \d+ tool calls?, [\d.]+ m?s$/).waitFor()
    assert.match(await page.locator('.answer').innerText(), /executive summary/i)
    assert.equal(asha.lines.length, 2)
    await page.locator('.run > summary').click()
    for (const fold of await page.locator('.timeline details > summary').all()) await fold.click()
    assert.deepEqual(await barriersOf(page), [])
    assert.deepEqual(asha.complaints, [])
    await asha.context.close()
  })

  it('leads through the outside provider, on a phone, in the dark', async () => {
    const bram = await Visitor.at(browser, PHONE)
    const page = await bram.open(home)
    assert.deepEqual(await barriersOf(page), [])
    await page.getByRole('button', { name: 'Sign in with the outside provider' }).click()
    await becomeKnown(page, 'bram.page@example.com')
    await isLive(page)
    assert.equal(new URL(page.url()).hash, '')
    await ask(page, QUESTION)
    await page.getByText(/^\d agents?, \d+ tool calls?, [\d.]+ m?s$/).waitFor()
    assert.deepEqual(await barriersOf(page), [])
    await page.getByRole('button', { name: 'Conversations' }).click()
    assert.deepEqual(await barriersOf(page), [])
    await page.getByRole('link', { name: /My workload cobalt-heron-7f/ }).click()
    assert.equal(await page.getByText('You asked:').isVisible(), true)
    assert.deepEqual(bram.complaints, [])
    await bram.context.close()
  })

  it('shows what was said to whoever comes back, and shuts in every tab when she signs out in one', async () => {
    const chidi = await Visitor.at(browser)
    const page = await chidi.open(home)
    await register(page, 'chidi.page@example.com')
    await ask(page, QUESTION)
    await page.getByText(/tool calls?,/).waitFor()
    const answer = await page.locator('.answer').innerText()
    await page.reload()
    await isLive(page)
    await page.getByText(/tool calls?,/).waitFor()
    assert.equal(await page.locator('.answer').innerText(), answer)
    // A tab that is opened from this one is signed in as it is.
    const opening = page.waitForEvent('popup')
    await page.evaluate('void open(location.href)')
    const other = await opening
    await isLive(other)
    assert.equal(await other.locator('.answer').innerText(), answer)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByText('You are signed out.').waitFor()
    await other.getByText('Your session has ended. Please sign in again.').waitFor()
    for (const tab of [page, other]) assert.equal(await tab.evaluate('sessionStorage.length'), 0)
    // A browser tells of every refusal: of the renewal that the other tab has tried.
    assert.deepEqual(
      chidi.complaints.map((text) => /status of (\d+)/.exec(text)?.[1] ?? text),
      ['401'],
    )
    await chidi.context.close()
  })

  it('says what went wrong, and lets her stop what she has asked for', async () => {
    const dana = await Visitor.at(browser)
    const page = await dana.open(home)
    await page.getByLabel('Address').fill('nobody.page@example.com')
    await page.getByLabel(/^Password/).fill(PASSWORD)
    await page.locator('form button[type=submit]').click()
    await page.getByRole('alert').filter({ hasText: 'The address or the password is wrong.' }).waitFor()
    assert.deepEqual(await barriersOf(page), [])
    await register(page, 'dana.page@example.com')
    await ask(page, LONG_WORK)
    await page.getByRole('button', { name: 'Stop' }).click()
    await page.locator('.answer .note').waitFor()
    assert.equal(await page.getByRole('button', { name: 'Stop' }).count(), 0)
    await dana.context.close()
  })
})

/** A new identity at the provider, and her consent that Netra may know it. */
async function becomeKnown(page: Page, email: string): Promise<void> {
  await page.getByRole('link', { name: 'Create an identity' }).click()
  await page.getByLabel('Address').fill(email)
  await page.getByLabel('Name').fill('Bram de Vries')
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('button', { name: 'This address is mine' }).click()
  await page.getByRole('link', { name: 'Back to sign-in' }).click()
  await page.getByLabel('Address').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Allow' }).click()
}
