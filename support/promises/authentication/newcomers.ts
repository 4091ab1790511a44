import { readSession, type Session } from '#clients/session'
import type { Answer } from '#clients/answer'
import { RenewalAnswer, SessionAnswer, type MeAnswer } from '#contract/answers'
import { BackendClient } from '#clients/backend-client'
import { ROUTES } from '#contract/routes'
import type { Phrased } from '#promises/shared/phrase-table'
import type { Person } from '#world/person'
import type { GreedyNewcomer, NamedNewcomer } from './newcomers.checks.ts'

/** What somebody may call themselves; nothing at all is allowed, too. */
interface NameChoice extends Phrased {
  readonly name: string | undefined
}

/** Every kind of name that a feature may name. */
export const NAMES: readonly NameChoice[] = [
  { phrase: 'has umlauts', name: 'Zoë Çağlar-Müßig' },
  { phrase: 'is Chinese', name: '王小明' },
  { phrase: 'has an emoji', name: 'Ann 👩‍🚀 Lee' },
  { phrase: 'goes from right to left', name: 'מרים בת שבע' },
  { phrase: 'has quotes and signs', name: `O'Neil "Q" <b>&amp;</b> \\ %41` },
  { phrase: 'is left out', name: undefined },
]

/** Registers an account for each of these names, by an address with capitals, and comes back to it by one without. */
export function registerNamed(person: Person, names: readonly NameChoice[]): Promise<NamedNewcomer[]> {
  return Promise.all(
    names.map(async ({ phrase, name }, index) => {
      const email = furtherAddress(person, `Name${index}`)
      const { password } = person.registration
      const from = Date.now()
      const session = await mustRegister(person, { email, password, ...(name === undefined ? {} : { name }) })
      const until = Date.now()
      const look = await lookAt(person, session)
      const again = await person.auth.mustLogin({ email: email.toLowerCase(), password })
      const later = await lookAt(person, again)
      return { phrase, name, email, between: [from, until], looks: [look, later] }
    }),
  )
}

async function mustRegister(person: Person, body: object): Promise<Session> {
  const session = readSession((await person.auth.register(body)).must(200, SessionAnswer))
  person.deleteAccountLater(session)
  return session
}

async function lookAt(person: Person, session: Session): Promise<NamedNewcomer['looks'][number]> {
  const { accessToken, statedUser, claims } = session
  const [me, profile] = await Promise.all([
    person.auth.mustMe(accessToken),
    new BackendClient(person.http, () => accessToken).mustProfile(),
  ])
  const statements = [
    { where: 'the answer at sign-in', name: statedUser?.name, email: statedUser?.email },
    { where: 'the auth service', name: me.name, email: me.email },
    { where: 'the profile', name: profile.name, email: profile.email },
  ]
  return { statements, account: me, endsAt: claims.exp * 1000 }
}

/** What a newcomer might ask for besides, and has no right to. */
function greedOf(other: MeAnswer): Readonly<Record<string, unknown>> {
  return {
    permissions: ['read', 'write', 'chat', 'admin'],
    role: 'admin',
    roles: ['admin'],
    is_admin: true,
    scope: 'admin',
    auth_provider: 'google',
    user_id: other.user_id,
    id: other.user_id,
    sub: other.user_id,
  }
}

/** Registers, and asks for more when coming back and when renewing: for all of it at once. @param other who is in already */
export async function returnGreedily(person: Person, other: Person): Promise<GreedyNewcomer[]> {
  const control = await other.auth.mustMe(other.device.session.accessToken)
  const { email, ...right } = { ...person.registration, email: furtherAddress(person, 'again') }
  const { refreshToken } = await mustRegister(person, { ...right, email })
  const greed = greedOf(control)
  const returns = {
    'signing in': () =>
      person.http.call(ROUTES.login, { json: { ...greed, email, password: right.password } }),
    renewing: () => person.http.call(ROUTES.refresh, { json: { ...greed, refresh_token: refreshToken } }),
  }
  return Promise.all(
    Object.entries(returns).map(async ([when, come]) => {
      const known = {
        asked: `all at ${when}`,
        members: control.permissions,
        othersId: control.user_id,
      }
      return { ...known, ...(await whatCameOf(person, await come())) }
    }),
  )
}

/** Who somebody is by an answer, where she got in. */
async function whatCameOf(
  person: Person,
  answer: Answer,
): Promise<Pick<GreedyNewcomer, 'status' | 'account' | 'inToken'>> {
  if (answer.status !== 200) return { status: answer.status }
  const session = readSession(answer.must(200, RenewalAnswer))
  const account = await person.auth.mustMe(session.accessToken)
  return { status: 200, account, inToken: session.claims.permissions }
}

/** Registers and asks for more in each of these ways, beside somebody who asks for nothing. @param other who is in already */
export async function registerGreedily(person: Person, other: Person): Promise<GreedyNewcomer[]> {
  const { accessToken, userId } = other.device.session
  const control = await other.auth.mustMe(accessToken)
  const wishes = Object.entries(greedOf(control))
  return Promise.all(
    wishes.map(async ([field, wish]) => {
      const right = { ...person.registration, email: furtherAddress(person, field.replaceAll('_', '')) }
      const answer = await person.auth.register({ ...right, [field]: wish })
      const asked = `${field}: ${JSON.stringify(wish)}`
      const known = { asked, members: control.permissions, othersId: userId }
      if (answer.status === 200) person.deleteAccountLater(readSession(answer.must(200, SessionAnswer)))
      return { ...known, ...(await whatCameOf(person, answer)) }
    }),
  )
}

/** An address of somebody's that has no account yet. */
function furtherAddress({ registration }: Person, which: string): string {
  return registration.email.replace('@', `.${which}@`)
}
