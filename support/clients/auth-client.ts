import {
  MeAnswer,
  RenewalAnswer,
  SessionAnswer,
  SimulatedSessionAnswer,
  ValidationAnswer,
} from '#contract/answers'
import { ROUTES } from '#contract/routes'
import type { Answer } from './answer.ts'
import type { HttpClient } from './http.ts'
import { readSession, type Session } from './session.ts'

/** What a newcomer registers with. */
export interface Registration {
  readonly email: string
  readonly password: string
  readonly name: string
}

/** What somebody who has an account logs in with. */
export interface Credentials {
  readonly email: string
  readonly password: string
}

/** Whom the side door for tests is to let in; what is missing is the platform's to choose. */
export interface SimulatedPerson {
  readonly email: string
  readonly name?: string
  readonly permissions?: readonly string[]
}

/** Talks to the auth service. `x()` returns whatever happened; `mustX()` insists and explains. */
export class AuthClient {
  readonly #http: HttpClient

  constructor(http: HttpClient) {
    this.#http = http
  }

  /** @param body also an incomplete one */
  register(body: Partial<Record<keyof Registration, unknown>>): Promise<Answer> {
    return this.#http.call(ROUTES.register, { json: body })
  }

  async mustRegister(registration: Registration): Promise<Session> {
    return readSession((await this.register(registration)).must(200, SessionAnswer))
  }

  login(credentials: Credentials): Promise<Answer> {
    return this.#http.call(ROUTES.login, { json: credentials })
  }

  async mustLogin(credentials: Credentials): Promise<Session> {
    return readSession((await this.login(credentials)).must(200, SessionAnswer))
  }

  refresh(refreshToken: string): Promise<Answer> {
    return this.#http.call(ROUTES.refresh, { json: { refresh_token: refreshToken } })
  }

  async mustRefresh(refreshToken: string): Promise<Session> {
    return readSession((await this.refresh(refreshToken)).must(200, RenewalAnswer))
  }

  logout(token: string): Promise<Answer> {
    return this.#http.call(ROUTES.logout, { token })
  }

  validate(token: string): Promise<Answer> {
    return this.#http.call(ROUTES.validate, { json: { token } })
  }

  async mustValidate(token: string): Promise<ValidationAnswer> {
    return (await this.validate(token)).must(200, ValidationAnswer)
  }

  /** @param token none for a request without credentials @param query for what does not belong in an address */
  me(token?: string, query?: Readonly<Record<string, string>>): Promise<Answer> {
    return this.#http.call(ROUTES.me, { token, ...(query ? { query } : {}) })
  }

  async mustMe(token: string): Promise<MeAnswer> {
    return (await this.me(token)).must(200, MeAnswer)
  }

  deleteMe(token: string): Promise<Answer> {
    return this.#http.call(ROUTES.deleteMe, { token })
  }

  /** The side door for tests. @param key none for a request without one */
  testAuth(person: SimulatedPerson, key?: string): Promise<Answer> {
    const headers: Record<string, string> = key === undefined ? {} : { 'x-e2e-bypass-key': key }
    return this.#http.call(ROUTES.testAuth, { json: person, headers })
  }

  async mustTestAuth(person: SimulatedPerson, key: string): Promise<Session> {
    return readSession((await this.testAuth(person, key)).must(200, SimulatedSessionAnswer))
  }
}
