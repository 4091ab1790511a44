import { describe, it } from 'node:test'
import { expect } from 'chai'
import { excerpt, withoutBodies, withoutSecrets } from './excerpt.ts'

const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhc2hhIn0.c2lnbmF0dXJlLW9mLWFzaGE'

describe('The beginning of a text, for people to read', () => {
  it('is the text itself when it is short', () => {
    expect(excerpt('{"detail":"Invalid credentials"}', 80)).to.equal('{"detail":"Invalid credentials"}')
  })

  it('is cut at the length that was asked for, and says so', () => {
    expect(excerpt('abcdef', 6)).to.equal('abcdef')
    expect(excerpt('abcdefg', 6)).to.equal('abcdef…')
  })

  it('stands on one line', () => {
    expect(excerpt('one\r\n  two\tthree', 80)).to.equal('one two three')
  })

  it('shows no token, whole or cut off, wherever it stands', () => {
    const [header = '', claims = ''] = TOKEN.split('.')
    for (const token of [TOKEN, `${header}.${claims}`, `${header}.`, header, TOKEN.slice(0, 30)]) {
      for (const text of [
        token,
        `jwt_${token}`,
        `%20${token}`,
        `Bearer ${token}`,
        `{"detail":"bad pass ${token}"}`,
        `?pass=${token}&x=1`,
      ]) {
        expect(excerpt(text, 500)).to.contain('[a token]').and.not.contain('eyJ')
      }
    }
  })

  it('shows no means of getting in that stands in an address', () => {
    const address = 'https://app.example/callback?code=abc123&state=s1#access_token=opaque&x=1'
    expect(withoutSecrets(address)).to.equal(
      'https://app.example/callback?code=…&state=s1#access_token=…&x=1',
    )
  })

  it('goes on after a token', () => {
    expect(excerpt(`pass ${TOKEN} is no good`, 80)).to.equal('pass [a token] is no good')
  })

  for (const field of ['access_token', 'refresh_token', 'id_token', 'token', 'password']) {
    it(`shows nothing of a ${field}, whatever it looks like`, () => {
      const body = `{"${field}" : "opaque secret 4711", "name": "Asha"}`
      expect(excerpt(body, 80)).to.contain('"…"').and.contain('"name": "Asha"').and.not.contain('4711')
      expect(excerpt(`{"${field}":"cut off 4711`, 80)).not.to.contain('4711')
      expect(excerpt(`{"${field}":"quoted \\" 4711", "a":1}`, 80)).not.to.contain('4711')
    })
  }

  it('gives nothing away by being cut: secrets go first, then the text is cut', () => {
    const body = `{"refresh_token":"opaque secret 4711","access_token":"${TOKEN}"}`
    for (let longest = 1; longest <= body.length; longest += 1) {
      expect(excerpt(body, longest)).not.to.match(/opaque|eyJ/)
    }
  })
})

describe('What was seen, in short', () => {
  it('is without the bodies of answers that let somebody in, whole or cut off', () => {
    const seen =
      'the service is open: it answered 200 {"user_id":"u1","name":"Asha…; the profile: 201 {"a":{"b":1}}'
    expect(withoutBodies(seen)).to.equal('the service is open: it answered 200; the profile: 201')
  })

  it('keeps what a platform says of a fault, and what is no body', () => {
    const seen = '500 {"detail":"no such table"}; 200 times {"a":1}; 2000 {"a":1}'
    expect(withoutBodies(seen)).to.equal(seen)
  })
})
