import type { Answer } from '#clients/answer'
import { BackendClient } from '#clients/backend-client'
import type { DoorAttempt } from './access-points.checks.ts'
import { ValidationAnswer } from '#contract/answers'
import { isExplained } from './refusals.checks.ts'
import type { Person } from '#world/person'

/** Something that might open doors: a pass, or a pass in an address. */
export interface Key {
  readonly token?: string | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
}

/** Tries a key at the main door of each service and of the live channel. */
export function tryMainDoors(person: Person, { token, query }: Key): Promise<DoorAttempt[]> {
  const backend = new BackendClient(person.http, () => token)
  return Promise.all([
    person.auth.me(token, query).then((answer) => fromService('the auth service', answer)),
    backend.profile(query).then((answer) => fromService('the profile', answer)),
    tryLineDoor(person, 'header', { token, query }),
  ])
}

/** Tries a token at every door there is, and in every way. */
export async function tryDoors(
  person: Person,
  { token }: { readonly token: string },
): Promise<DoorAttempt[]> {
  const attempts = await Promise.all([
    tryMainDoors(person, { token }),
    validationDoor(person, token),
    tryLineDoor(person, 'subprotocol', { token }),
  ])
  return attempts.flat()
}

async function validationDoor({ auth }: Person, token: string): Promise<DoorAttempt> {
  const answer = await auth.validate(token)
  const { data } = ValidationAnswer.safeParse(answer.body)
  const said = data?.valid === false ? data.message : ''
  return {
    door: 'validation',
    outcome: data === undefined ? 'neither' : data.valid ? 'open' : 'refused',
    how: answer.describe(),
    texts: [answer.text],
    explained: said !== '' || data?.valid === true,
  }
}

/** Tries to open a line. @param origin of the page that a browser would name */
export async function tryLineDoor(
  person: Person,
  by: 'header' | 'subprotocol',
  { token, query }: Key,
  origin?: string,
): Promise<DoorAttempt> {
  const attempt = await person.tryLine({
    token,
    by,
    ...(query ? { query } : {}),
    ...(origin ? { origin } : {}),
  })
  if (attempt.outcome === 'open') await attempt.line.close()
  const how = attempt.outcome === 'open' ? `welcomed as ${attempt.welcome.payload.user_id}` : attempt.how
  const outcome = attempt.outcome === 'failed' ? 'neither' : attempt.outcome
  return { door: `the live line (${by})`, outcome, how, texts: [], explained: true }
}

function fromService(door: string, answer: Answer): DoorAttempt {
  const outcome = answer.status === 200 ? 'open' : answer.status === 401 ? 'refused' : 'neither'
  return { door, outcome, how: answer.describe(), texts: [answer.text], explained: isExplained(answer.text) }
}
