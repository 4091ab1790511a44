import { describe, it } from 'node:test'
import { expect } from 'chai'
import { withoutEcho, type ToldText } from './echo.ts'

const ADDRESS = 'r3k9-0-auth1-asha@people.netra.example'
const TOKEN = `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(JSON.stringify({ sub: 'user_0ddba11c' })).toString('base64url')}.c2ln`

interface Case extends ToldText {
  readonly rest: string
}

const CASES: Readonly<Record<string, Case>> = {
  'an address that she typed, in an error': {
    ...{ said: [JSON.stringify({ email: ADDRESS })], isError: true },
    ...{ text: `{"detail":"${ADDRESS.toUpperCase()} is taken"}`, rest: '{"detail":"  is taken"}' },
  },
  'the id in the path of her call, in an error': {
    ...{ said: ['https://api.example/api/threads/thr_7c1e44d0?x=1'], isError: true },
    ...{ text: '{"message":"no thr_7c1e44d0"}', rest: '{"message":"no  "}' },
  },
  'the word she searched for, as a value of its own': {
    ...{ said: ['https://api.example/api/threads?q=r3k9-0-auth1-asha'], isError: false },
    ...{
      text: '{"q":"r3k9-0-auth1-asha","title":"Costs of r3k9-0-auth1-asha"}',
      rest: '{"q":"","title":"Costs of r3k9-0-auth1-asha"}',
    },
  },
  'what she has said in parts, told as one text': {
    ...{ said: [JSON.stringify({ metadata: { owner: 'user_0ddba11c', more: 1 } })], isError: false },
    ...{
      text: '{"metadata":"{\\"owner\\":\\"user_0ddba11c\\",\\"other\\":\\"user_7c1e44d0\\"}"}',
      rest: '{"metadata":"{\\"owner\\":\\"\\",\\"other\\":\\"user_7c1e44d0\\"}"}',
    },
  },
  'what stood in her pass': {
    ...{ said: [`Bearer ${TOKEN}`], isError: false },
    ...{ text: '{"user_id":"user_0ddba11c","name":"Asha"}', rest: '{"user_id":"","name":"Asha"}' },
  },
  'an address that she typed, as it is kept': {
    ...{ said: [JSON.stringify({ email: ADDRESS.toUpperCase() })], isError: false },
    ...{ text: `{"email":"${ADDRESS}"}`, rest: '{"email":""}' },
  },
  'what she typed into the form of a page': {
    ...{
      said: [new URLSearchParams({ email: ADDRESS.toUpperCase(), name: 'Asha' }).toString()],
      isError: false,
    },
    ...{ text: `{"email":"${ADDRESS}"}`, rest: '{"email":""}' },
  },
  'what she typed, in a pass that she is given': {
    ...{ said: ['{"id":"user_0ddba11c"}'], isError: false },
    ...{ text: `{"access_token":"${TOKEN}"}`, rest: '{"access_token":"{ sub :  }"}' },
  },
  'not a pass that says nothing of it': {
    ...{ said: ['{"id":"user_1"}'], isError: false, text: `{"t":"${TOKEN}"}`, rest: `{"t":"${TOKEN}"}` },
  },
  'not what is short': { said: ['{"after":"0"}'], isError: true, text: 'thr_0dd0', rest: 'thr_0dd0' },
  'not what she has never said': { said: ['{}'], isError: true, text: ADDRESS, rest: ADDRESS },
}

describe('What somebody has said herself', () => {
  for (const [what, { rest, ...told }] of Object.entries(CASES)) {
    it(`is taken out: ${what}`, () => {
      expect(withoutEcho(told)).to.equal(rest)
    })
  }
})
