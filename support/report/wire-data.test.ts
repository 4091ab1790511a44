import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { expect } from 'chai'
import type { Page } from 'playwright-core'
import { Recorder } from '#evidence/recorder'
import { CHROMIUM, findBarriers, ReportPages } from '#testing/report-page'
import { outcomeOf } from '#testing/outcome'
import { runRecord, scenarioRecord } from '#testing/run-record'
import type { RunRecord } from '#verdict/conclusion'
import type { Exchange } from '#wire/exchange'

const TOKEN = `eyJhbGciOiJIUzI1NiJ9.${'e'.repeat(40)}.s1gn4ture`

function call(number: number, more: Partial<Exchange> = {}, body = '{"status":"ok"}'): Exchange {
  return {
    ...{ number, person: 'Asha', service: 'auth', at: number * 100, elapsedMs: 12.4 },
    request: {
      ...{ method: 'POST', url: `http://a.example/auth/login?code=hidden&limit=3&q=it's` },
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${TOKEN}`,
        'content-length': '9',
      },
      body: `{"email":"asha@example.org","password":"it's hidden","name":"it's </script> $HOME"}`,
    },
    response: { status: 200, headers: { 'content-type': 'application/json' }, body },
    ...more,
  }
}

describe('What passed on the wire', { skip: CHROMIUM ? false : 'no Chromium is installed' }, () => {
  const pages = new ReportPages()
  after(() => pages.close())

  /** A run of one scenario, with evidence as a scenario leaves it. */
  function run(record: (recorder: Recorder) => void): RunRecord {
    const recorder = new Recorder()
    record(recorder)
    recorder.seal(join(pages.folder, 'evidence/AUTH-1'), {})
    const { exchanges, frames } = recorder
    const checks = scenarioRecord().outcome?.checks ?? []
    return runRecord([
      scenarioRecord({ outcome: outcomeOf({ checks, evidence: 'evidence/AUTH-1', exchanges, frames }) }),
    ])
  }

  const ofTwo = (): RunRecord =>
    run((recorder) => {
      recorder.exchange(call(1))
      recorder.exchange(
        call(4, { person: 'Bram', response: undefined, failure: { code: 'ECONNRESET', message: '' } }),
      )
      const line = { connection: 1, person: 'Bram' }
      recorder.frame({ ...line, direction: 'received', at: 220, text: '{"type":"pong","payload":{}}' })
      recorder.connectionEnd({ ...line, code: 1008, reason: 'signed out', ours: false, at: 500 })
    })

  async function unfold(page: Page): Promise<string[]> {
    await page.locator('#AUTH-1 > summary').click()
    await page.locator('.wire > summary').click()
    await page.locator('.rows > li').first().waitFor()
    return rowsOf(page)
  }
  const rowsOf = async (page: Page): Promise<string[]> => {
    const rows = await page.locator('.rows > li:visible > details > summary').allInnerTexts()
    return rows.map((text) => text.replace(/\s+/g, ' '))
  }

  it('is one list of calls and live messages, on one clock, and of one person where that is asked for', async () => {
    const { page, complaints } = await pages.open(ofTwo())
    expect(await unfold(page)).to.deep.equal([
      '0.100 s Asha POST /auth/login?code=%5Bwithheld%3A+6+characters%2C+%23' +
        (await page.content()).match(/%5Bwithheld%3A\+6\+characters%2C\+%23(\w{4})/)?.[1] +
        '%5D&limit=3&q=it%27s 200 · 12 ms',
      '0.220 s Bram ← heard pong line 1',
      (await rowsOf(page))[2] ?? '',
      '0.500 s Bram ✕ line ended 1008 signed out by the platform line 1',
    ])
    expect((await rowsOf(page))[2]).to.match(/^0\.400 s Bram POST .+ no answer \(ECONNRESET\) · 12 ms$/)
    await page.getByLabel('Who').selectOption('Asha')
    expect(await rowsOf(page)).to.have.lengthOf(1)
    await page.getByLabel('Who').selectOption('everybody')
    expect(await rowsOf(page)).to.have.lengthOf(4)
    expect(complaints).to.deep.equal([])
    await page.close()
  })

  it('is opened at a call that a check names', async () => {
    const record = ofTwo()
    const [scenario] = record.scenarios
    const leak = { status: 'failed', id: 'ALWAYS.nothing-foreign-shows', leak: true, expected: '-' } as const
    const checks = [{ ...leak, observed: 'Bram had it in exchange 4' }]
    const outcome = scenario?.outcome && { ...scenario.outcome, checks }
    const red = scenarioRecord({ status: 'FAILED', outcome })
    const { page, complaints } = await pages.open({ ...record, scenarios: [red] })
    for (const link of await page.getByRole('link', { name: 'exchange 4' }).all()) {
      await link.click()
      await page.locator('.rows li[data-number="4"] > details[open]').waitFor()
    }
    expect(await page.locator('.rows > li > details[open]').count()).to.equal(1)
    expect(complaints).to.deep.equal([])
    await page.close()
  })

  it('can be called again from a shell, with a variable for each secret', async () => {
    const { page } = await pages.open(ofTwo())
    await unfold(page)
    await page.locator('.rows > li > details > summary').first().click()
    await page.getByRole('button', { name: 'Copy as curl' }).click()
    const text = (await page.locator('.curl').textContent()) ?? ''
    expect(text).not.to.match(/withheld|hidden|eyJ/)
    const said = `curl() { printf '%s\\n' "$@"; }; CODE=c PASSWORD=p TOKEN_OF_ASHA=t; ${text}`
    expect(execFileSync('sh', ['-c', said]).toString().trim().split('\n')).to.deep.equal([
      ...['-X', 'POST', 'http://a.example/auth/login?code=c&limit=3&q=it%27s'],
      ...['-H', 'content-type: application/json', '-H', 'authorization: Bearer t'],
      ...['--data-raw', `{"email":"asha@example.org","password":"p","name":"it's </script> $HOME"}`],
    ])
    await page.close()
  })

  it('keeps nobody from reading it, in light and dark, large and small', async () => {
    for (const options of [
      { colorScheme: 'light' },
      { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
    ] as const) {
      const { page } = await pages.open(ofTwo(), options)
      await unfold(page)
      for (const row of await page.locator('.rows summary').all()) await row.click()
      await page.getByRole('button', { name: 'Copy as curl' }).first().click()
      expect(await findBarriers(page)).to.deep.equal([])
      expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).to.equal(false)
      await page.close()
    }
  })

  it('takes the room that there is, and says what it leaves to the files', async () => {
    const record = run((recorder) => {
      for (let number = 1; number <= 4_000; number += 1)
        recorder.exchange(call(number, {}, JSON.stringify({ content: `<${'ü'.repeat(900)}` })))
    })
    const { page, complaints } = await pages.open(record)
    expect(statSync(pages.file).size).to.be.within(1_000_000, 3_000_000)
    await unfold(page)
    const [, left = '0'] = /(\d+) more stand/.exec(await page.locator('.wire').innerText()) ?? []
    expect(Number(left) + (await page.locator('.rows > li').count())).to.equal(4_000)
    expect(complaints).to.deep.equal([])
    await page.close()
  })

  it('shows no secret in the whole page', async () => {
    const { page } = await pages.open(ofTwo())
    expect(readFileSync(pages.file, 'utf8')).not.to.match(/s hidden|s1gn4ture/)
    await page.close()
  })
})
