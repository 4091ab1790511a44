import type { Answer } from '#clients/answer'
import { BackendClient } from '#clients/backend-client'
import { CONNECTION_ACCESS_POINTS, type AccessAttempt } from './access-points.checks.ts'
import { ValidationAnswer } from '#contract/answers'
import { read } from '#contract/reading'
import { isExplained } from './refusals.checks.ts'
import type { Person } from '#world/person'

/** Something that might open doors: a pass, or a pass in an address. */
export interface Credential {
  readonly token?: string | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
}

/** Tries a key at the main door of each service and of the live channel. */
export function tryMainAccessPoints(person: Person, { token, query }: Credential): Promise<AccessAttempt[]> {
  const backend = new BackendClient(person.http, () => token)
  return Promise.all([
    person.auth.me(token, query).then((answer) => fromService('the auth service', answer)),
    backend.profile(query).then((answer) => fromService('the profile', answer)),
    tryLiveConnection(person, 'header', { token, query }),
  ])
}

/** Tries a token at every door there is, and in every way. */
export async function tryAccessPoints(
  person: Person,
  { token }: { readonly token: string },
): Promise<AccessAttempt[]> {
  const attempts = await Promise.all([
    tryMainAccessPoints(person, { token }),
    validationDoor(person, token),
    tryLiveConnection(person, 'subprotocol', { token }),
  ])
  return attempts.flat()
}

async function validationDoor({ auth }: Person, token: string): Promise<AccessAttempt> {
  const answer = await auth.validate(token)
  const { data } = read(ValidationAnswer, answer.body)
  const said = data?.valid === false ? data.message : ''
  return {
    accessPoint: 'validation',
    outcome: data === undefined ? 'neither' : data.valid ? 'open' : 'refused',
    how: answer.describe(),
    texts: [answer.text],
    explained: said !== '' || data?.valid === true,
  }
}

/** Tries to open a line. @param origin of the page that a browser would name */
export async function tryLiveConnection(
  person: Person,
  by: keyof typeof CONNECTION_ACCESS_POINTS,
  { token, query }: Credential,
  origin?: string,
): Promise<AccessAttempt> {
  const attempt = await person.tryConnect({
    token,
    by,
    ...(query ? { query } : {}),
    ...(origin ? { origin } : {}),
  })
  if (attempt.outcome === 'open') await attempt.connection.close()
  const how = attempt.outcome === 'open' ? `welcomed as ${attempt.welcome.payload.user_id}` : attempt.how
  const outcome = attempt.outcome === 'failed' ? 'neither' : attempt.outcome
  return { accessPoint: CONNECTION_ACCESS_POINTS[by], outcome, how, texts: [], explained: true }
}

function fromService(accessPoint: string, answer: Answer): AccessAttempt {
  const outcome = answer.status === 200 ? 'open' : answer.status === 401 ? 'refused' : 'neither'
  return {
    accessPoint,
    outcome,
    how: answer.describe(),
    texts: [answer.text],
    explained: isExplained(answer.text),
  }
}
