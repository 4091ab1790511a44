import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { parse } from 'yaml'

interface Script {
  readonly config: { readonly processor: string; readonly includeFiles: readonly string[] }
  readonly scenarios: readonly { readonly flow: readonly { readonly function: string }[] }[]
}

const { config, scenarios } = parse(readFileSync(join(__dirname, 'netra.yml'), 'utf8')) as Script

describe('The script of a crowd', () => {
  it('calls what its processor has', () => {
    const processor = createRequire(__filename)(join(__dirname, config.processor)) as Record<string, unknown>
    for (const step of scenarios.flatMap(({ flow }) => flow))
      expect(processor[step.function]).to.be.a('function')
  })

  it('names what a bundle of it needs, and it is there', () => {
    const missing = config.includeFiles.filter((file) => !existsSync(join(__dirname, file)))
    expect(missing).to.deep.equal([])
  })
})
