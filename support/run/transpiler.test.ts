import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { expect } from 'chai'

interface Transpiler {
  transpile(input: string, details: { readonly fileName: string }): { readonly outputText: string }
}

const FOLDER = join(__dirname, '../../node_modules/.cache/netra/transpiled')
const load = createRequire(__filename)
const { create } = load('./transpiler.cjs') as { create: (options: object) => Transpiler }

describe('What is kept of a source that was compiled', () => {
  const word = `word_${process.pid}_${Date.now()}`
  const options = { target: 9, module: 1, sourceMap: true }
  const known = { config: { options }, projectLocalResolveHelper: load.resolve }
  const transpiler = create({ service: known, transpilerConfigLocalResolveHelper: load.resolve })
  const compile = (value: number): string =>
    transpiler.transpile(`export const ${word}: number = ${value}`, { fileName: `/${word}.ts` }).outputText
  const keptNow = (): string[] =>
    readdirSync(FOLDER)
      .map((name) => join(FOLDER, name))
      .filter((file) => readFileSync(file, 'utf8').includes(word))

  after(() => keptNow().forEach((file) => rmSync(file)))

  it('is another for another text, and the same for the same', () => {
    const [one, other] = [compile(1), compile(2)]
    expect(one).not.to.equal(other)
    expect(keptNow()).to.have.length(2)
    const times = keptNow().map((file) => statSync(file).mtimeMs)
    expect([compile(1), compile(2)]).to.deep.equal([one, other])
    expect(keptNow().map((file) => statSync(file).mtimeMs)).to.deep.equal(times)
  })

  it('is made again where it is no longer whole', () => {
    const whole = compile(3)
    for (const file of keptNow()) writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40))
    expect(compile(3)).to.equal(whole)
  })
})
