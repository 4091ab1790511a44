import { mkdirSync, mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { after, describe, it } from 'node:test'
import { expect } from 'chai'
import { chromium } from 'playwright-core'
import { CHROMIUM, findBarriers } from '#testing/report-page'
import { describeProofPage, writeProofPage } from './proof-page.ts'
import type { LastProof } from './last-proof.ts'

type Trial = LastProof['trials'][number]

const [LIFE, RENEWAL] = ['AUTH-3.stated-life-is-true', 'AUTH-3.work-goes-on']

function trial(id: string, more: Partial<Trial> = {}): Trial {
  const known = { wrong: `The platform is wrong <${id}>`, told: 'as it was seen', noticed: true }
  return { id, ...known, named: [LIFE], red: [LIFE, RENEWAL], ...more }
}

const PROOF: LastProof = {
  ...{ commit: 'c0ffee0123456', defects: 3, noticed: 2, sound: 1, accused: 0, isWhole: true },
  checks: [RENEWAL, LIFE, 'AUTH-0.no-more-there'],
  trials: [
    trial('one'),
    trial('other', { named: [RENEWAL], red: [RENEWAL] }),
    trial('missed', { noticed: false, red: [] }),
    trial('sound-one', { isSound: true, named: [], red: [] }),
  ],
}

describe('The page of the proof', () => {
  const folder = mkdtempSync(join(tmpdir(), 'netra-proof-page-'))
  after(() => rmSync(folder, { recursive: true }))

  it('has a strong mark where a check had to notice, and a pale one where it went red besides', () => {
    const page = describeProofPage(PROOF)
    expect(page.match(/<rect class="named"/g)).to.have.lengthOf(2)
    expect(page.match(/<rect class="besides"/g)).to.have.lengthOf(1)
    expect(page)
      .to.contain('A session lives exactly as long as is said')
      .and.contain('1 noticed, 0 red besides')
    expect(page).to.contain('AUTH-0.no-more-there')
    expect(page.replace(/\s+/g, ' ')).to.contain('2 of 3 broken platforms noticed, 0 of 1 sound ones accused')
  })

  it('shows what was wrong as a text', () => {
    expect(describeProofPage(PROOF)).to.contain('&#60;one&#62;').and.not.contain('<one>')
  })

  it('is written where there is a proof, and only there', () => {
    writeProofPage(folder)
    expect(existsSync(join(folder, 'proof.html'))).to.equal(false)
    mkdirSync(join(folder, 'proof'))
    writeFileSync(join(folder, 'proof', 'proof.json'), JSON.stringify(PROOF))
    writeProofPage(folder)
    expect(readFileSync(join(folder, 'proof.html'), 'utf8')).to.equal(describeProofPage(PROOF))
  })

  it('keeps nobody from reading it', { skip: CHROMIUM ? false : 'no Chromium is installed' }, async () => {
    const browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] })
    after(() => browser.close())
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme })
      await page.goto(pathToFileURL(join(folder, 'proof.html')).href)
      expect(await findBarriers(page), colorScheme).to.deep.equal([])
    }
  })
})
