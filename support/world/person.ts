import { AuthClient, type Registration } from '#clients/auth-client'
import type { Answer } from '#clients/answer'
import {
  createAuthenticatedUserContext,
  type AuthenticatedUserContext,
  type SignInMeans,
} from '#clients/authentication'
import { Browser } from '#clients/browser'
import type { ClientContext } from '#clients/client-context'
import { HttpClient } from '#clients/http'
import { openConnection, type ConnectionAttempt, type ConnectionOptions } from '#clients/open-connection'
import { readSession, type Session } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import type { Capability } from '#contract/capabilities'
import { Device } from './device.ts'
import { StateStore } from './state.ts'
import { threadsTold } from './threads-told.ts'
import type { UndoLedger } from './undo-ledger.ts'

/** What a person needs of the scenario they act in. */
export interface PersonContext {
  readonly clients: ClientContext
  readonly means: SignInMeans
  readonly undo: UndoLedger
  readonly offers: ReadonlySet<Capability>
  /** Tells the monitors that something is this person's. */
  readonly registerOwned: (person: string, value: string) => void
  readonly knowSecret: (name: string, secret: string) => void
  readonly report: (trouble: string) => void
}

/** Somebody who uses the platform: one of the cast, with a name, an address and devices of their own. */
export class Person {
  readonly name: string
  /** A text that stands in everything this person makes, and in nothing else. */
  readonly marker: string
  readonly registration: Registration
  readonly auth: AuthClient
  readonly offers: ReadonlySet<Capability>
  /** What steps leave for later ones, of this person. */
  readonly state = new StateStore()
  readonly devices: Device[] = []
  #isToBeRemoved = false
  /** This person's way of calling the platform, for clients that are made on the fly. */
  readonly http: HttpClient
  readonly #context: PersonContext

  constructor(name: string, marker: string, password: string, context: PersonContext) {
    ;[this.name, this.marker] = [name, marker]
    this.registration = { email: `${marker}@people.netra.example`, password, name: `${name} ${marker}` }
    ;[this.#context, this.offers] = [context, context.offers]
    this.http = new HttpClient(name, context.clients)
    this.auth = new AuthClient(this.http)
    context.registerOwned(name, marker)
    context.knowSecret(`${name}'s password`, password)
  }

  /** The device this person uses unless told otherwise. */
  get device(): Device {
    return this.devices[0] ?? this.addDevice()
  }

  addDevice(): Device {
    const { clients } = this.#context
    const device = new Device(this.http, clients, (value) => this.#context.registerOwned(this.name, value))
    device.threads = () => threadsTold(this)
    this.devices.push(device)
    return device
  }

  /** A further device that shares the session of the first one. @throws {StepTooEarly} when nobody is signed in there */
  addDeviceOfSameSession(): Device {
    const { context } = this.device
    const device = this.addDevice()
    device.adopt(context)
    return device
  }

  /** A browser without cookies. */
  newBrowser(): Browser {
    return new Browser(this.http, this.#context.clients.addresses)
  }

  /** Comes in by the public front door, as a newcomer does. */
  async register(device = this.device): Promise<Session> {
    return this.#comeIn(device, { ...this.#context.means, only: 'password' })
  }

  /** Comes in by whichever configured way leads in first; who is in already stays as they are. */
  async signIn(device = this.device): Promise<Session> {
    if (device.isSignedIn) return device.session
    return this.#comeIn(device, this.#context.means)
  }

  /** Tries to open a live connection, with whatever token. */
  tryConnect(details: ConnectionOptions): Promise<ConnectionAttempt> {
    return openConnection(this.name, this.#context.clients, details)
  }

  /** From now on, calls only take things back: the end of the run does not end them. */
  windUp(): void {
    this.http.windUp()
  }

  /** Lets go of every connection. */
  async disconnect(): Promise<void> {
    await Promise.all(this.devices.map((device) => device.disconnect()))
    this.http.close()
  }

  /** Is signed in by other means, such as an outside provider. */
  adopt(device: Device, context: AuthenticatedUserContext): void {
    device.adopt(context)
    if (this.#isToBeRemoved) return
    this.#isToBeRemoved = true
    this.#context.undo.add(`the account of ${this.name} (${context.email})`, () => this.#giveUpAccount())
  }

  /** A further account that this person has opened, which is given up afterwards. */
  deleteAccountLater({ accessToken, claims }: Session): void {
    this.#context.undo.add(`an account of ${this.name} (${claims.email})`, async () => {
      const answer = await this.#giveUp(accessToken)
      if (answer.status >= 300 && answer.status !== 401) throw new Error(answer.describe())
    })
  }

  #giveUp(token: string): Promise<Answer> {
    return this.offers.has('account-deletion') ? this.auth.deleteMe(token) : this.auth.logout(token)
  }

  async #comeIn(device: Device, means: SignInMeans): Promise<Session> {
    const { context, refused } = await createAuthenticatedUserContext(this.registration, this.auth, means)
    for (const { method, reason } of refused)
      this.#context.report(`${method} is configured and was refused: ${reason}`)
    this.adopt(device, context)
    return context.session
  }

  /** By whichever session is still good, else by a new one; an account that is gone already is as good. */
  async #giveUpAccount(): Promise<void> {
    for (const { session } of this.devices.filter(({ isSignedIn }) => isSignedIn)) {
      if ((await this.#giveUp(session.accessToken)).status < 300) return
    }
    const login = await this.auth.login(this.registration)
    if (login.status === 401) return
    const { accessToken } = readSession(login.must(200, SessionAnswer))
    const answer = await this.#giveUp(accessToken)
    if (answer.status >= 300) throw new Error(answer.describe())
  }
}
