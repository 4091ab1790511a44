import { after, describe, it } from 'node:test'
import { expect } from 'chai'
import { CHROMIUM, findBarriers, ReportPages } from '#testing/report-page'
import { RUN_KINDS } from '#testing/run-kinds'
import { runRecord } from '#testing/run-record'

describe('The page for who owns the product', { skip: CHROMIUM ? false : 'no Chromium is installed' }, () => {
  const pages = new ReportPages()
  after(() => pages.close())

  for (const [kind, [record, headline]] of Object.entries(RUN_KINDS)) {
    it(`of a run that is ${kind} says so first, in light and dark, large and small`, async () => {
      for (const options of [
        { colorScheme: 'light' },
        { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
      ] as const) {
        const { page, complaints } = await pages.open(record, options)
        expect(await page.locator('.verdict strong').textContent()).to.equal(headline)
        for (const button of await page.locator('[data-fold=out]').all()) await button.click()
        expect(await findBarriers(page)).to.deep.equal([])
        const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
        expect([isWide, complaints]).to.deep.equal([false, []])
        await page.close()
      }
    })
  }

  it('shows what a platform has said as a text, and what is broken in the words of the promise', async () => {
    const { page, complaints } = await pages.open(RUN_KINDS['isolation violated']?.[0] ?? runRecord([]))
    expect(await page.locator('img').count()).to.equal(0)
    const text = await page.locator('main').innerText()
    expect(text).to.contain('<b>each</b> is told').and.contain('</script><img src=x')
    expect(await page.locator('.verdict').innerText())
      .to.contain('Nothing of another person shows anywhere')
      .and.contain('Seen: Mallory was shown')
    expect(text)
      .to.match(/At risk\s+\$500K\+ liability/)
      .and.match(/Protected\s+\$50K\+ MRR/)
    expect(text).to.contain('What was not reached')
    expect(complaints).to.deep.equal([])
    await page.close()
  })

  it('unfolds what is not kept, hides what is, and goes where a link leads', async () => {
    const { page } = await pages.open(RUN_KINDS['isolation violated']?.[0] ?? runRecord([]))
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
})
