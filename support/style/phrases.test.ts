import { globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { expect } from 'chai'

const QUOTED = String.raw`\(\s*(?:'([^'\n]+)'|"([^"\n]+)")`
const NAMED = new RegExp(String.raw`new (?:Slot(?:<.+>)?|StepTooEarly)${QUOTED}`, 'g')
const DEFINED = new RegExp(String.raw`^(?:Given|When|Then)${QUOTED}`, 'gm')

/** What a pattern has in quotation marks, in every file that fits and is no test. */
function quotedIn(files: string, pattern: RegExp): string[] {
  const sources = globSync(files).filter((file) => !file.endsWith('.test.ts'))
  return sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, one, other]) => one ?? other ?? ''),
  )
}

/** Every way in which a phrase can be said, of which one of several words is one. */
function waysToSay(phrase: string): RegExp {
  const literal = phrase
    .replace(/[.*+?^${}|[\]\\]/g, String.raw`\$&`)
    .replace(/\((\w+)\)/g, String.raw`(?:$1|\($1\))?`)
  const choices = literal.replace(/\w+(?:\/\w+)+/g, (words) => `(?:${words.replaceAll('/', '|')}|${words})`)
  return new RegExp(`^${choices}$`)
}

describe('A phrase that has to come first', () => {
  const phrases = quotedIn('step-definitions/**/*.steps.ts', DEFINED).map(waysToSay)

  it('is one that a feature can say: whoever is told of it finds it', () => {
    const named = quotedIn('support/**/*.ts', NAMED)
    expect(named).to.include('{user} registers')
    expect(named.filter((phrase) => !phrases.some((ways) => ways.test(phrase)))).to.deep.equal([])
  })

  it('is found in each of its forms, and in no other', () => {
    const ways = waysToSay('{user} asks what her/his/their thing(s) cost')
    for (const said of ['what her things', 'what their thing', 'what her/his/their thing'])
      expect(`{user} asks ${said} cost`).to.match(ways)
    for (const said of ['what our things', 'what thing', 'what her thingss'])
      expect(`{user} asks ${said} cost`).not.to.match(ways)
  })
})
