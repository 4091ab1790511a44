import { describe, it } from 'node:test'
import { expect } from 'chai'
import { openReport } from './open-report.ts'

describe('The report', () => {
  const FILE = '/reports/acceptance.html'
  const shown: string[] = []
  const show = (file: string): Promise<number> => Promise.resolve(shown.push(file))

  it('is shown where there is a desktop', async () => {
    expect(await openReport(FILE, { DISPLAY: ':0' }, show)).to.equal(undefined)
    expect(shown).to.deep.equal([FILE])
  })

  it('is named where there is none', { skip: process.platform !== 'linux' }, async () => {
    expect(await openReport(FILE, {}, show)).to.equal(`There is no desktop here to show it on: ${FILE}`)
  })

  it('is named where no browser can be started', async () => {
    const fail = (): Promise<never> => Promise.reject(new Error('no browser'))
    expect(await openReport(FILE, { WAYLAND_DISPLAY: 'w' }, fail)).to.equal(
      `${FILE} could not be opened: no browser`,
    )
  })
})
