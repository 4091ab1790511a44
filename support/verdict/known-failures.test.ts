import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { parseKnownFailures, readKnownFailures } from './known-failures.ts'

const ENTRY = {
  ...{ check: 'AUTH-3.stated-life-is-true', target: 'staging', reason: 'an old clock' },
  ...{ issue: 'NET-12', owner: 'Ada', expires: '2026-12-31' },
}
const lines = (entry: object): string[] =>
  Object.entries(entry).map(([name, value], index) => `${index === 0 ? '  - ' : '    '}${name}: ${value}`)
const file = (...entries: readonly object[]): string =>
  ['# why', 'at_most: 2', 'known_failures:', ...entries.flatMap(lines), ''].join('\n')

const BROKEN: Readonly<Record<string, readonly [string, RegExp]>> = {
  'a text that is no YAML': ['at_most: [', /^known-failures\.yml is no YAML: .+$/],
  'a list without a head': [
    '- one',
    /^known-failures\.yml: as a whole it holds no fields: see CONTRIBUTING\.md$/,
  ],
  'no cap': [
    'known_failures: []',
    /^known-failures\.yml: at_most is no number: how many may be red at once\?$/,
  ],
  'no list': ['at_most: 1', /: known_failures is no list$/],
  'a field that there is not': [
    file({ ...ENTRY, expiry: 1 }),
    /: entry 1 has a field that there is not: expiry$/,
  ],
  'a check that there is not': [
    file(ENTRY, { ...ENTRY, check: 'AUTH-3.never-heard-of' }),
    /: entry 2, check names AUTH-3\.never-heard-of, which is no check: docs\/traceability\.md has all of them$/,
  ],
  'a day that there is not': [
    file({ ...ENTRY, expires: '2026-02-30' }),
    /: entry 1, expires is no day such as 2026-12-31$/,
  ],
  'a day in words': [file({ ...ENTRY, expires: 'next year' }), /: entry 1, expires is no day such as/],
  'no owner': [file({ ...ENTRY, owner: '""' }), /: entry 1, owner is empty$/],
  'a number for an issue': [
    file({ ...ENTRY, issue: '12' }),
    /: entry 1, issue is no text: put it into quotes$/,
  ],
  'one twice': [file(ENTRY, ENTRY), /: entry 2 lists AUTH-3\.stated-life-is-true on staging once more$/],
  'what would excuse a leak': [
    file({ ...ENTRY, check: 'ISO-5.nobody-sees-anothers' }),
    /: entry 1, check names ISO-5\.nobody-sees-anothers: that somebody is shown what is another's is never expected$/,
  ],
  'what would excuse any scenario': [
    file({ ...ENTRY, check: 'ALWAYS.runs-keep-the-order' }),
    /: entry 1, check names ALWAYS\.runs-keep-the-order: it watches every scenario/,
  ],
}

describe('The list of known failures', () => {
  it('names each by check and target, with who sees to it and until when', () => {
    const other = { ...ENTRY, target: 'local', issue: '"#12"' }
    expect(parseKnownFailures(file(ENTRY, other))).to.deep.equal({
      atMost: 2,
      list: [ENTRY, { ...other, issue: '#12' }],
    })
  })

  it('may be empty', () => {
    expect(parseKnownFailures('# nothing yet\n')).to.deep.equal({ atMost: 0, list: [] })
    expect(parseKnownFailures('at_most: 0\nknown_failures: []\n')).to.deep.equal({ atMost: 0, list: [] })
  })

  for (const [what, [text, words]] of Object.entries(BROKEN)) {
    it(`is refused in one line for ${what}`, () => {
      expect(() => parseKnownFailures(text))
        .to.throw(words)
        .with.property('code', 'BAD_SETTINGS')
    })
  }

  it('is read from the file that is named, and need not be there where none is', (test) => {
    const folder = mkdtempSync(join(tmpdir(), 'netra-known-'))
    test.after(() => rmSync(folder, { recursive: true }))
    const path = join(folder, 'mine.yml')
    expect(readKnownFailures({ NETRA_KNOWN_FAILURES: devNull }).list).to.deep.equal([])
    expect(() => readKnownFailures({ NETRA_KNOWN_FAILURES: path })).to.throw(
      /^NETRA_KNOWN_FAILURES names .+mine\.yml, which does not exist/,
    )
    writeFileSync(path, file(ENTRY))
    expect(readKnownFailures({ NETRA_KNOWN_FAILURES: path }).list).to.deep.equal([ENTRY])
    expect(() => readKnownFailures({ NETRA_KNOWN_FAILURES: folder })).to.throw(/cannot be read \(EISDIR\)$/)
  })
})
