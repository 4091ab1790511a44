import { describe, it } from 'node:test'
import { expect } from 'chai'
import { OwnershipRegistry } from './ownership-registry.ts'
import { Decoder } from './decoding.ts'

const MARKER = 'asha-r3k9x2-0-iso2-9f2c4b7a11de'
/** Has no part by which it could be told from something else. */
const THREAD = 'thr_7c1e_44d0_a9b8'

function isFound(text: string): boolean {
  const belongings = new OwnershipRegistry()
  for (const value of [MARKER, THREAD]) belongings.register('Asha', value)
  return belongings.shownIn(text).some(({ word }) => word === MARKER || word === THREAD)
}

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const base64url = (text: string): string => Buffer.from(text).toString('base64url')
const urlEncoded = (text: string): string =>
  text.replace(/[-_@]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
const escaped = (text: string): string =>
  text.replace(/./g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

describe('What is encoded is read', () => {
  for (const [word, value] of Object.entries({ marker: MARKER, id: THREAD })) {
    const json = JSON.stringify({ note: `for "${value}/owl"` })
    const texts = {
      'in an address': `https://app.example/?next=${urlEncoded(value)}%2F1`,
      'in an address, in capitals': `?q=${urlEncoded(value).toUpperCase()}`,
      'as a mail address': `mailto:${urlEncoded(`${value}@people.example`)}`,
      'encoded twice in an address': `?next=${encodeURIComponent(`/t?q=${urlEncoded(value)}`)}`,
      'in JSON, letter by letter': `{"id":"${escaped(value)}"}`,
      'in JSON, between escapes': `{"text":"see\\n${value}\\/events"}`,
      'in JSON in JSON': JSON.stringify({ body: json }),
      'in JSON in JSON, letter by letter': JSON.stringify({ body: `{"id":"${escaped(value)}"}` }),
      'in base64 that is all': base64(value),
      'in base64 for addresses': `next=${base64url(`{"??>":"${value}","~~~":"??>"}`)}`,
      'in base64, escaped in an address': `?state=${encodeURIComponent(base64(`>>>${value}???`))}`,
      'in base64, escaped in JSON': `{"cursor":"${base64(`>>>???${value}???`).replaceAll('/', '\\/')}"}`,
      'in base64 in base64': base64(`{"inner":"${base64(value)}"}`),
      'in base64 of JSON, letter by letter': base64(`{"id":"${escaped(value)}"}`),
      'in base64, in capitals': base64(value.toUpperCase()),
      'in base64 behind something joined to it': `key_${base64(`{"of":"${value}"}`)}`,
      'in the middle of a token': `eyJhbGciOiJIUzI1NiJ9.${base64url(`{"sub":"${value}"}`)}.c2lnbmF0dXJl`,
      'among letters of other alphabets': `für „${base64(`zürich ${value} – ok`)}“`,
    }
    for (const [how, text] of Object.entries(texts)) {
      it(`a ${word} ${how}`, () => {
        expect(isFound(text)).to.equal(true)
      })
    }

    for (const offset of [0, 1, 2]) {
      for (const before of [0, 1, 2, 3]) {
        it(`a ${word} in base64, ${offset} off a whole group, behind ${before} joined letters`, () => {
          const coded = base64url(`${' '.repeat(9 + offset)}${value} `)
          expect(isFound(`${'x'.repeat(before)}${coded}`)).to.equal(true)
        })
      }
    }
  }
})

describe('The shortest words that are known', () => {
  for (const word of [
    'zyxwvuts',
    'abcdefgh',
    'ijklmnop',
    'ZYXWVUTS',
    'ABCDEFGH',
    'IJKLMNOP',
    '01234567',
    '8-9_8-9_',
  ]) {
    it(`are read in base64 at any offset, whatever their letters: ${word}`, () => {
      const belongings = new OwnershipRegistry()
      belongings.register('Asha', word)
      for (const before of ['', '!', '!!', '\xff', '\xff\xff', '\xff\xff\xff']) {
        for (const after of ['', '!', '\xff']) {
          const coded = Buffer.from(`${before}${word}${after}`, 'latin1').toString('base64')
          expect(belongings.shownIn(coded), coded).to.have.length.at.least(1)
        }
      }
    })
  }
})

describe('What is not encoded', () => {
  const forms = (text: string): readonly string[] => new Decoder().decodedFormsOf(text)

  it('is not decoded: a frame as frames mostly are is read as it is', () => {
    const frame = '{"type":"agent_started","timestamp":"2026-01-05T08:00:12.123Z","payload":{"sequence":17}}'
    expect(forms(frame)).to.deep.equal([frame])
    expect(forms('12 % less, C:')).to.deep.equal(['12 % less, C:'])
    expect(forms('')).to.deep.equal([''])
  })

  it('is decoded to no end, however often it was encoded', () => {
    const often = (text: string, times: number): string =>
      times === 0 ? text : often(base64(text), times - 1)
    expect(forms(often(MARKER, 9)).length).to.be.below(12)
    expect(forms('%2525252525252525').length).to.be.below(6)
  })
})

describe('Nothing of hers', () => {
  const texts = {
    'is in an id of nobody': '{"id":"0b9f41e6-6c2e-4f8e-9d53-1f3a0c9b7e22"}',
    'is in a piece of her marker': `${MARKER.slice(0, -1)} ${MARKER.slice(1)} r3k9x2-0-iso2 9f2c4b7a11d f2c4b7a11de`,
    'is in a longer word without a joint': `x${THREAD} ${THREAD}x`,
    'is in her name': 'Asha, asha, ASHA-0',
    'is in an encoded piece of hers': base64(`about ${MARKER.slice(0, 20)} only`),
    'is in an address that is not hers': urlEncoded('thr_7c1e_44d0_a9b9'),
    'is in what only looks encoded': `${'eyJhbGciOiJIUzI1NiJ9'.repeat(3)} \\u00zz %zz 100%`,
  }
  for (const [what, text] of Object.entries(texts)) {
    it(what, () => {
      expect(isFound(text)).to.equal(false)
    })
  }
})
