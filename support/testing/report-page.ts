import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { describePage } from '#report/acceptance-page'
import { conclude, type RunRecord } from '#verdict/conclusion'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
/** A browser that is installed on this machine, if there is one. */
export const CHROMIUM = PLACES.find(existsSync)
const AXE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

/** Pages of runs, opened in a browser as a person opens them: from a folder, without a network. */
export class ReportPages {
  readonly folder = mkdtempSync(join(tmpdir(), 'netra-page-'))
  readonly file = join(this.folder, 'acceptance.html')
  #browser: Browser | undefined

  /** The page of a run, and everything on it that a browser complains of. */
  async open(
    record: RunRecord,
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; complaints: string[] }> {
    this.#browser ??= await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
    writeFileSync(
      this.file,
      describePage(record, conclude(record), { reports: this.folder, proof: undefined }),
    )
    const page = await this.#browser.newPage(options)
    const complaints: string[] = []
    const own = pathToFileURL(this.file).href
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (request.url() !== own) complaints.push(`asks for ${request.url()}`)
    })
    await page.goto(own)
    return { page, complaints }
  }

  async close(): Promise<void> {
    await this.#browser?.close()
    rmSync(this.folder, { recursive: true })
  }
}

/** What keeps people from using a page, a line each. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const { violations } = await page.evaluate<AxeResult>('axe.run()')
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}
