import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { expect } from 'chai'

const DECLARED = /^export (?:abstract |async )*(?:class|const|function\*?|interface|type) (\w+)/gm
const PASSED_ON = /^export (?:type )?(?:\{|\*)/m

const sources = globSync('support/**/*.ts').filter((file) => !file.endsWith('.test.ts'))

/** By name, the files that export it. A schema and the type that is read off it are one name. */
function exportedNames(): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>()
  for (const file of sources) {
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(DECLARED)) {
      names.set(name, (names.get(name) ?? new Set()).add(file))
    }
  }
  return names
}

describe('A name that is exported', () => {
  it('stands for one thing, wherever in the suite it is read', () => {
    const names = exportedNames()
    expect(names.get('PlatformWorld')).to.deep.equal(new Set(['support/world/platform-world.ts']))
    const twice = [...names].filter(([, files]) => files.size > 1)
    expect(twice.map(([name, files]) => `${name}: ${[...files].join(', ')}`)).to.deep.equal([])
  })

  it('comes from where it is declared: nothing is passed on', () => {
    expect(sources.filter((file) => PASSED_ON.test(readFileSync(file, 'utf8')))).to.deep.equal([])
  })
})
