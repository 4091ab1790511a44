import { describe, it } from 'node:test'
import { expect } from 'chai'
import { Answer } from '#clients/answer'
import { milliseconds } from '#waiting/duration'
import { judgeHealth, type Examination } from './health-answer.ts'

const RECEIVED = 5_000
const PAGE = '<html><h1>Somebody stands in front</h1></html>'
const OWN = JSON.stringify({ status: 'healthy', service: 'netra-backend' })

function judge(status: number, body: string, headers: Record<string, string> = {}): Examination {
  const question = {
    ...{ service: 'backend', address: 'http://api.example', names: /backend/, sent: 4_990 },
    ...{ received: RECEIVED, waited: milliseconds(12) },
  }
  return judgeHealth(question, new Answer('the health check', { status, headers, body }, 10, 1))
}

/** What is said of an answer, in one word. */
const SAID: readonly (readonly [number, string, string])[] = [
  ...[502, 503, 504].map((status) => [status, PAGE, 'down'] as const),
  [503, '', 'down'],
  [503, '{"detail":"Come again"}', 'down'],
  [429, PAGE, 'unhealthy'],
  [429, '{"detail":"Too many"}', 'unhealthy'],
  [503, '{"status":"unhealthy","service":"netra-backend"}', 'unhealthy'],
  [503, '{"status":"unhealthy","service":"somebody-else"}', 'misrouted'],
  ...[200, 301, 403, 404, 500].map((status) => [status, PAGE, 'misrouted'] as const),
  [200, '{"status":"healthy","service":"somebody-else"}', 'misrouted'],
  [200, '{"status":"starting"}', 'unhealthy'],
  [200, OWN, 'healthy'],
]

describe('What a service answers when it is asked how it is', () => {
  for (const [status, body, state] of SAID) {
    it(`${status} ${body || 'with nothing'} means ${state}, and is told`, () => {
      const { health } = judge(status, body)
      expect(health.state).to.equal(state)
      expect(health.answer).to.match(new RegExp(`^it answered ${status}`))
    })
  }

  it('may be when to come again: by a number, or by a moment', () => {
    const moments = { 'retry-after': new Date(RECEIVED + 7_000).toUTCString() }
    const answered = { date: new Date(RECEIVED).toUTCString() }
    for (const status of [429, 503]) {
      expect(judge(status, PAGE, { 'retry-after': '7' }).notBefore).to.equal(RECEIVED + 7_000)
      expect(judge(status, PAGE, { ...moments, ...answered }).notBefore).to.equal(RECEIVED + 7_000)
      for (const headers of [{}, { 'retry-after': 'soon' }] as Record<string, string>[])
        expect(judge(status, PAGE, headers)).to.not.have.property('notBefore')
    }
  })
})
