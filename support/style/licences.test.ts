import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { z } from 'zod'

const Lock = z.object({
  packages: z.record(z.string(), z.object({ license: z.string().optional(), link: z.boolean().optional() })),
})

/** What may be used beside code that is nobody else's to use. */
const COMPATIBLE = [
  ...['MIT', 'ISC', '0BSD', 'Unlicense', 'CC0-1.0', '(MIT OR CC0-1.0)', 'BlueOak-1.0.0'],
  ...['Apache-2.0', 'Apache-2.0 AND MIT', 'BSD-2-Clause', 'BSD-3-Clause', 'MPL-2.0', 'CC-BY-3.0'],
]
/** The project's own packages. */
const OWN = ['', 'local-stack', 'proof']

describe('The licences of everything that is installed', () => {
  it('let it be used here', () => {
    const { packages } = Lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
    const others = Object.entries(packages).filter(([path, { link }]) => !OWN.includes(path) && !link)
    expect(others).to.have.length.above(100)
    const odd = others.filter(([, { license = 'none' }]) => !COMPATIBLE.includes(license))
    expect(odd.map(([path, { license }]) => `${path}: ${license ?? 'says none'}`)).to.deep.equal([])
  })
})
