import { randomBytes } from 'node:crypto'
import { decode, verify } from 'jsonwebtoken'
import { AuthClient, type Registration } from '#clients/auth-client'
import type { Answer } from '#clients/answer'
import { mintAccessToken } from '#clients/authentication'
import type { HttpClient } from '#clients/http'
import { readSession, type Session } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import type { Target } from '#target/settings'
import { attempted } from './attempted.ts'

/** How a way in was found: it leads in, is refused, is not there, is not known, or was not tried. */
export interface WayFound {
  readonly state: 'serves' | 'refused' | 'absent' | 'unknown' | 'untried'
  /** What was answered; empty where nothing was asked. */
  readonly answer: string
}

const UNTRIED: WayFound = { state: 'untried', answer: '' }
/** What a side door says that is not there. */
const NOT_THERE = [403, 404, 405, 501, 503]

/** Somebody who looks in before the first scenario, and leaves nothing behind. */
export class Visitor {
  readonly auth: AuthClient
  readonly #target: Target
  readonly #person: Registration
  /** One for each account that she has opened. */
  readonly #sessions: Session[] = []

  /** @param run its id, so that whoever finds the account knows where it is from */
  constructor(http: HttpClient, target: Target, run: string) {
    this.auth = new AuthClient(http)
    this.#target = target
    const name = `visitor-${run}-${randomBytes(6).toString('hex')}`
    const password = `pw-${randomBytes(9).toString('hex')}`
    this.#person = { email: `${name}@people.netra.example`, password, name }
  }

  /** Of whichever way led in first. */
  get session(): Session | undefined {
    return this.#sessions[0]
  }

  /** A text that stands in her name and her address, and in nothing else. */
  get mark(): string {
    return this.#person.name
  }

  /** By the side door for tests, with the key that was set. */
  async trySideDoor(): Promise<WayFound> {
    const { simulationKey, signIn } = this.#target
    if (simulationKey === undefined || !signIn.includes('oauth-simulation')) return UNTRIED
    const { email, name } = this.#person
    const answer = await attempted(this.auth.testAuth({ email, name }, simulationKey))
    return this.#comeIn(answer, answer?.status === 401 ? 'refused' : 'unknown')
  }

  /** By the public registration. */
  async tryRegistration(): Promise<WayFound> {
    const { name } = this.#person
    // Whoever came in by the side door has taken the address.
    const person = { ...this.#person, email: `${name}-2@people.netra.example` }
    return this.#comeIn(await attempted(this.auth.register(this.session ? person : this.#person)), 'refused')
  }

  /** Whether the platform takes what is signed with the secret that was set. Needs a session to go by. */
  async tryMinting(): Promise<WayFound> {
    const { signingSecret } = this.#target
    const { session } = this
    if (signingSecret === undefined || !session) return UNTRIED
    if (isSignedWith(session.accessToken, signingSecret)) return { state: 'serves', answer: '' }
    const answer = await attempted(this.auth.me(mintAccessToken(session, signingSecret)))
    if (answer?.status === 200) return { state: 'serves', answer: '' }
    const isOurs = answer?.status === 401 && algorithmOf(session.accessToken) === 'HS256'
    return { state: isOurs ? 'refused' : 'unknown', answer: answer?.describe() ?? 'no answer' }
  }

  /** Closes her accounts. @returns what was answered the first time, if anything was */
  async leave(): Promise<Answer | undefined> {
    const leave = async ({ accessToken }: Session): Promise<Answer | undefined> => {
      const answer = await attempted(this.auth.deleteMe(accessToken))
      if (answer === undefined || answer.status >= 300) await attempted(this.auth.logout(accessToken))
      return answer
    }
    return (await Promise.all(this.#sessions.map(leave)))[0]
  }

  #comeIn(answer: Answer | undefined, otherwise: WayFound['state']): WayFound {
    if (!answer) return { state: 'unknown', answer: 'no answer' }
    const session = sessionIn(answer)
    if (session) this.#sessions.push(session)
    if (session) return { state: 'serves', answer: '' }
    const state = NOT_THERE.includes(answer.status) ? 'absent' : otherwise
    return { state, answer: answer.describe() }
  }
}

function sessionIn(answer: Answer): Session | undefined {
  if (answer.status !== 200) return undefined
  try {
    return readSession(answer.must(200, SessionAnswer))
  } catch {
    // What is wrong with it is judged where it is promised.
    return undefined
  }
}

function isSignedWith(token: string, secret: string): boolean {
  try {
    verify(token, secret, { algorithms: ['HS256'], ignoreExpiration: true, ignoreNotBefore: true })
    return true
  } catch {
    return false
  }
}

function algorithmOf(token: string): string | undefined {
  return decode(token, { complete: true })?.header.alg
}
