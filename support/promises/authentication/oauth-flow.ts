import { formOn, linkOn, type Browser, type Place } from '#clients/browser'
import { ROUTES } from '#contract/routes'
import { Unexpected } from '#wire/unexpected'

/** Who somebody is to the outside provider. */
export interface ProviderIdentity {
  readonly email: string
  readonly name: string
  readonly password: string
}

/** The provider's pages are not as a person would expect them. */
export class LostAtProvider extends Unexpected {
  readonly code = 'LOST_AT_PROVIDER'
}

/** What a callback was answered with: a redirect to the frontend, or a refusal. */
export interface CallbackResult {
  readonly status: number
  /** Where the browser was redirected to, if anywhere. */
  readonly target: URL | undefined
  readonly text: string
}

const MOST_PAGES = 6

/** One sign-in through the outside provider, step by step, so that anything on the way can be tampered with. */
export class OAuthFlow {
  readonly browser: Browser
  readonly #auth: string

  /** @param auth address of the auth service */
  constructor(browser: Browser, auth: string) {
    this.browser = browser
    this.#auth = auth
  }

  /** Asks the platform for a sign-in. @returns the authorization request that the browser is sent to the provider with @throws {UnexpectedAnswer} */
  async begin(): Promise<URL> {
    const answer = (await this.browser.get(this.startUrl())).mustBe(302)
    return new URL(answer.headers['location'] ?? '')
  }

  /** Where a sign-in begins. @param returnTo where the person would like to come out */
  startUrl(returnTo?: string): URL {
    const url = new URL(this.#auth + ROUTES.startProviderSignIn.path)
    url.searchParams.set('provider', 'google')
    if (returnTo !== undefined) url.searchParams.set('return_to', returnTo)
    return url
  }

  /** Becomes known to the provider. @returns confirms that the address is one's own @throws {LostAtProvider} */
  async signUp(identity: ProviderIdentity): Promise<() => Promise<unknown>> {
    const start = await this.browser.visit(await this.begin())
    const page = await this.browser.visit(
      need(linkOn(start, /create/i), start, 'a link to create an identity'),
    )
    const letter = await this.browser.submit(need(formOn(page), page, 'a sign-up form'), { ...identity })
    const confirmation = need(formOn(letter, /mine/i), letter, 'the letter')
    return () => this.browser.submit(confirmation, {})
  }

  /**
   * Signs in at the provider, and consents.
   *
   * @param consent words on the button that is pressed
   * @returns the callback that the provider sends the browser back to, not visited yet
   * @throws {LostAtProvider}
   */
  async signIn(authorization: URL, identity: ProviderIdentity, consent = /allow/i): Promise<URL> {
    let place = await this.browser.visit(authorization, (url) => this.#isCallback(url))
    for (let pages = 0; pages < MOST_PAGES && !this.#isCallback(place.url); pages += 1) {
      place = await this.#answerPage(place, identity, consent)
    }
    if (this.#isCallback(place.url)) return place.url
    throw new LostAtProvider(`the provider leads to ${place.url.pathname} and not back`)
  }

  /** Opens a callback. */
  async complete(callback: URL): Promise<CallbackResult> {
    const answer = await this.browser.get(callback)
    const location = answer.headers['location']
    return {
      status: answer.status,
      target: location === undefined ? undefined : new URL(location, callback),
      text: answer.text,
    }
  }

  #answerPage(place: Place, { email, password }: ProviderIdentity, consent: RegExp): Promise<Place> {
    const stop = (url: URL): boolean => this.#isCallback(url)
    const consentForm = formOn(place, consent)
    if (consentForm) return this.browser.submit(consentForm, {}, stop)
    return this.browser.submit(need(formOn(place), place, 'a sign-in form'), { email, password }, stop)
  }

  #isCallback(url: URL): boolean {
    return url.href.startsWith(this.#auth + ROUTES.providerCallback.path)
  }
}

function need<Thing>(thing: Thing | undefined, { url }: Place, what: string): Thing {
  if (thing !== undefined) return thing
  throw new LostAtProvider(`the provider's page ${url.pathname} has not ${what}`)
}
