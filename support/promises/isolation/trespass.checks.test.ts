import { describe, it } from 'node:test'
import { expect } from 'chai'
import { isLeak, resultOf } from '#testing/checks'
import type { CheckResult, FailedCheck } from '#expect/check'
import { foreignAnsweredAsUnknown, oddAmong, type Reply, type Trespass } from './trespass.checks.ts'

const answer = (status: number, body: unknown = {}, headers: Record<string, string> = {}): Reply => ({
  kind: 'answer',
  status,
  body,
  headers,
})
const frame = (type: string, error_code?: string, told = 0): Reply => ({
  kind: 'frame',
  type,
  told,
  ...(error_code ? { error: { error_code, message: 'No.' } } : {}),
})
const refusal = (more: object = {}, headers = { allow: 'GET' }): Reply =>
  answer(404, { error_code: 'THREAD_NOT_FOUND', ...more }, headers)
const REFUSAL = refusal()
const REFUSED_LIVE = frame('error_message', 'THREAD_NOT_FOUND')
const SILENCE: Reply = {
  kind: 'silence',
  reason: 'an answer to a resume: gave up; last seen: [404,THREAD_NOT_FOUND',
}

const attempt = (foreign = REFUSAL, unknown = foreign, more: Partial<Trespass> = {}): Trespass => ({
  asker: 'User 1',
  owner: 'User 2',
  verb: 'read',
  of: 'conversation',
  reads: true,
  name: 'GET /api/threads/{id}',
  foreign,
  unknown,
  ...more,
})

describe("An address of another's", () => {
  const ID = 'ISO-4.foreign-answered-as-unknown'
  const OWN = [answer(200), answer(200), answer(200), frame('replay_complete')]
  const look = (tries: readonly Trespass[], own = OWN): CheckResult =>
    resultOf(foreignAnsweredAsUnknown({ tries, own }))
  const LIVE = { name: 'resume', asker: 'User 2', owner: 'User 1' }

  it('is refused just as one at which there is nothing, by call and on a line', () => {
    const tries = [attempt(), attempt(), attempt(REFUSAL, REFUSAL, { owner: 'User 3' })]
    const result = look([...tries, attempt(REFUSED_LIVE, REFUSED_LIVE, LIVE)])
    expect(result).to.include({
      status: 'passed',
      observed: '4 tries: 3 pairs of people, 2 ways, all refused alike',
      control: 'their owners opened 4 of 4',
    })
    expect(result).not.to.have.property('hint')
  })

  it('is told by a header that comes with nothing else', () => {
    const [kept, none] = ['hit', 'miss'].map((state) => ({ ...REFUSAL, beside: { 'x-cache': state } }))
    const tries = Array.from({ length: 4 }, () => attempt({ ...REFUSAL, ...kept }, { ...REFUSAL, ...none }))
    const { status, observed } = look(tries) as FailedCheck
    expect([status, observed].join()).to.match(/^failed,.*but for the header x-cache/)
  })

  it('may be denied by 404 in other words', () => {
    for (const body of [{ detail: 'Not found' }, { error: { message: 'It is not there' } }]) {
      const { deviations } = foreignAnsweredAsUnknown({
        tries: [attempt(answer(404, body))],
        own: OWN,
      }).judge()
      expect(deviations).to.have.length(1)
    }
  })

  it('may be denied alike in another way than the contract has it: that is told, and breaks nothing', () => {
    const forbidden = attempt(answer(403, { error_code: 'FORBIDDEN' }))
    const result = look([attempt(), forbidden, forbidden, attempt(frame('error_message', 'FORBIDDEN'))])
    expect(result).to.deep.include({
      status: 'passed',
      deviations: [
        "GET /api/threads/{id}: what is another's and what does not exist are denied alike, by 403 where 404 is due",
        "GET /api/threads/{id}: what is another's and what does not exist are denied alike, by FORBIDDEN where 404 is due",
      ],
    })
  })

  const writes = { reads: false }
  const odd: Readonly<Record<string, readonly [boolean, Trespass]>> = {
    'it is opened': [true, attempt(answer(200, { id: 't' }), REFUSAL)],
    'it is written into': [true, attempt(answer(202), REFUSAL, writes)],
    'it is deleted without a word': [true, attempt(answer(204), REFUSAL, writes)],
    'it is told again': [true, attempt(frame('replay_complete'), REFUSED_LIVE)],
    'a message into it is taken': [true, attempt(frame('message_accepted'), REFUSED_LIVE, writes)],
    'a word of it is told before the refusal': [
      true,
      attempt(frame('error_message', 'THREAD_NOT_FOUND', 1), REFUSED_LIVE),
    ],
    'both are opened, and it shows something': [true, attempt(answer(200, [{}]), answer(200, []))],
    'both are opened alike': [false, attempt(answer(200, { message: 'THREAD_NOT_FOUND' }))],
    'both are said to be written into': [
      false,
      attempt(answer(202, { id: 1 }), answer(202, { id: 2 }), writes),
    ],
    'both are said to be taken': [false, attempt(frame('message_accepted'))],
    'it is refused in other words': [false, attempt(refusal({ message: 'Hers.' }), REFUSAL)],
    'it is refused with another header': [false, attempt(refusal({}, { allow: 'GET, PUT' }), REFUSAL)],
    'it is forbidden': [false, attempt(answer(403, { error_code: 'FORBIDDEN' }), REFUSAL)],
    'it asks who is there': [false, attempt(answer(401), REFUSAL)],
    'it breaks': [false, attempt(answer(500), REFUSAL)],
    'it is told in no frame of the contract': [false, attempt(frame('unreadable'), REFUSED_LIVE)],
    'both are refused for another reason, in words': [
      false,
      attempt(answer(404, { error_code: 'NO_SUCH_ROUTE', message: 'There is no such route' })),
    ],
    'both are refused for another reason': [false, attempt(answer(404, { error_code: 'NO_SUCH_ROUTE' }))],
    'both are refused live for another reason': [false, attempt(frame('error_message', 'UNKNOWN_TYPE'))],
    'both are refused without a body': [false, attempt(answer(404, ''))],
    'neither is answered': [false, attempt(SILENCE)],
  }
  for (const [what, [leak, wrong]] of Object.entries(odd)) {
    it(`is found out when ${what}: ${leak ? 'a' : 'no'} leak`, () => {
      const result = look([attempt(), wrong])
      expect(result).to.include({ id: ID, status: 'failed' })
      expect(result)
        .to.have.property('observed')
        .that.includes("User 1 tried to read a conversation of User 2's (GET /api/threads/{id}): ")
      expect(isLeak(foreignAnsweredAsUnknown({ tries: [attempt(), wrong], own: OWN }))).to.equal(leak)
    })
  }

  const INVALID = [answer(422, { detail: 'No.' }), frame('error_message', 'INVALID_MESSAGE')]
  it('may be refused for what is sent along, where that is done alike', () => {
    for (const reply of INVALID) {
      const unusual = attempt(reply, reply, { isUnusual: true })
      expect(look([attempt(), unusual])).to.include({ status: 'passed' })
      expect(look([attempt(), attempt(reply, reply)])).to.include({ status: 'failed' })
      expect(look([attempt(), { ...unusual, unknown: REFUSAL }])).to.include({ status: 'failed' })
    }
    const opened = attempt(answer(200), REFUSAL, { isUnusual: true })
    expect(look([attempt(), opened])).to.include({ status: 'failed' })
  })

  const texts: readonly (readonly [string, Reply])[] = [
    ['[200,{"id":"t"},{"etag":"x"}]', answer(200, { id: 't' }, { etag: 'x' })],
    [
      '["error_message",{"error_code":"UNKNOWN_TYPE","message":"No."}]',
      frame('error_message', 'UNKNOWN_TYPE'),
    ],
    ['["replay_complete","7 words of it"]', frame('replay_complete', undefined, 7)],
    ['an answer to a resume: gave up; last seen: [404,THREAD_NOT_FOUND', SILENCE],
  ]
  for (const [text, reply] of texts) {
    it(`is told with both answers: ${text}`, () => {
      const { text: told } = oddAmong([attempt(reply)]) ?? {}
      expect(told).to.contain(`(GET /api/threads/{id}): ${text}; where there is nothing: ${text}`)
    })
  }

  it('is found out once for all that is like it, the leak first', () => {
    const [opened, forbidden] = [attempt(answer(200), REFUSAL), attempt(answer(403), REFUSAL)]
    expect(oddAmong([forbidden, attempt(), opened, forbidden]))
      .to.have.property('text')
      .that.matches(/: \[200,.+ \(and 2 more like it\)$/)
    expect(oddAmong([opened])?.text).not.to.contain('more like it')
    expect(oddAmong([attempt()])).to.equal(undefined)
  })

  it('is found out with a hint of what differs, and of nothing else', () => {
    const foreign = answer(404, { error_code: 'THREAD_NOT_FOUND', message: 'Hers.', owner: 'u-2' })
    const unknown = answer(404, { error_code: 'THREAD_NOT_FOUND', message: 'None.' })
    const rows = ['- "message":"None."},{}]', '+ "message":"Hers.",', '- ', '+ "owner":"u-2"},{}]']
    const hint = ["- where there is nothing, + what is another's", ...rows].join('\n')
    expect(look([attempt(), attempt(foreign, unknown)])).to.include({ hint })
  })

  it('proves nothing where an owner cannot open it either, or none has tried: no leak', () => {
    const shut = [...OWN.slice(1), REFUSAL]
    expect(look([attempt()], shut)).to.include({ status: 'failed', control: 'their owners opened 3 of 4' })
    expect(look([attempt()], [frame('error_message', 'UNKNOWN_TYPE')])).to.include({ status: 'failed' })
    expect(look([attempt()], [])).to.include({ status: 'failed' })
    expect(isLeak(foreignAnsweredAsUnknown({ tries: [attempt()], own: shut }))).to.equal(false)
  })

  it('proves nothing when nothing was tried', () => {
    const observed = '0 tries: 0 pairs of people, 0 ways, all refused alike'
    expect(look([])).to.include({ status: 'failed', observed })
  })
})
