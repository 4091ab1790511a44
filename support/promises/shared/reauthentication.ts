import type { LiveConnection } from '#clients/live-connection'
import { CLOSE, ERRORS } from '#contract/codes'
import { NotSeen, see } from '#expect/seen'
import { milliseconds } from '#waiting/duration'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { RENEWAL_ACCESS_POINT, type AccessAttempt } from './access-points.checks.ts'

/** How the platform answers a line that is to go on under another token. */
const ANSWERS: readonly string[] = ['reauthenticated', 'error_message']

/** Opens a line with one token, and tries to renew it with another one. */
export async function tryReauthentication(
  person: Person,
  { good, tried }: { readonly good: string; readonly tried: string },
  scenario: Scenario,
): Promise<AccessAttempt> {
  const attempt = { accessPoint: RENEWAL_ACCESS_POINT, texts: [], explained: true }
  const opened = await person.tryConnect({ token: good })
  if (opened.outcome !== 'open') return { ...attempt, outcome: 'neither', how: `not opened: ${opened.how}` }
  const { connection } = opened
  const came = await renewalOf(connection, tried, scenario)
  await connection.close()
  return { ...attempt, ...came }
}

async function renewalOf(
  connection: LiveConnection,
  token: string,
  scenario: Scenario,
): Promise<Pick<AccessAttempt, 'outcome' | 'how'>> {
  const { faults } = scenario
  faults.expectClose(connection.number)
  faults.expectErrors(connection.number, ERRORS.authentication)
  const from = connection.received.mark()
  connection.reauthenticate(token)
  const wait = { what: 'an answer to renewing a line', from, limit: connection.patience }
  const answer = await see(() => connection.received.waitFor(wait, ({ type }) => ANSWERS.includes(type)))
  if (answer instanceof NotSeen) return { outcome: 'neither', how: answer.reason }
  const { value: frame } = answer
  if (frame.type !== 'error_message') return { outcome: 'open', how: 'it was told that it goes on' }
  const { promised, tolerance } = scenario.limitOf('connectionClose')
  const end = await see(() => connection.mustClose(milliseconds(promised.ms + tolerance.ms)))
  const [code, then] = end instanceof NotSeen ? [undefined, end.reason] : [end.code, `ended with ${end.code}`]
  const isRefused = frame.error_code === ERRORS.authentication && code === CLOSE.policyViolation
  return { outcome: isRefused ? 'refused' : 'neither', how: `${frame.error_code}, then ${then}` }
}
