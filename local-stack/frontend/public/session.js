import { call, Refused } from './api.js'

const KEPT = 'netra.session'
const EARLIEST_RENEWAL_MS = 60_000
const RETRY_MS = 5_000
const ENDED = 'Your session has ended. Please sign in again.'

/** Being signed in: it survives a reload, renews itself in time, and tells of each `change`. */
export class Session extends EventTarget {
  /** Why it ended, in plain words. */
  farewell
  #tokens
  #timer
  #renewal

  constructor(authUrl) {
    super()
    this.authUrl = authUrl
    const kept = sessionStorage.getItem(KEPT)
    if (kept) this.#keep(JSON.parse(kept))
  }

  get isOpen() {
    return this.#tokens !== undefined
  }

  /** @param {'register' | 'login'} way */
  async enter(way, details) {
    this.open(await call(`${this.authUrl}/auth/${way}`, { method: 'POST', body: details }))
  }

  open({ access_token: access, refresh_token: refresh }) {
    const { exp, iat } = JSON.parse(atob(access.split('.')[1].replaceAll('-', '+').replaceAll('_', '/')))
    const life = (exp - iat) * 1000
    this.#keep({ access, refresh, life, expiresAt: Date.now() + life })
    this.dispatchEvent(new Event('change'))
  }

  /** A token that is good for now. */
  async token() {
    if (this.#tokens && Date.now() >= this.#tokens.expiresAt) await this.renew()
    if (!this.#tokens) throw new Refused(401, { message: ENDED })
    return this.#tokens.access
  }

  /** Calls a service as whoever is signed in. */
  async call(url, options) {
    try {
      return await call(url, { ...options, token: await this.token() })
    } catch (error) {
      if (error.status !== 401 || !this.isOpen) throw error
      await this.renew()
      return call(url, { ...options, token: await this.token() })
    }
  }

  /** Asks whether this session is still known; if its token is not, perhaps a new one is. */
  async confirm() {
    const body = { token: await this.token() }
    const { valid } = await call(`${this.authUrl}/auth/validate`, { method: 'POST', body })
    if (!valid) await this.renew()
  }

  /** One renewal at a time: a refresh token that is used twice ends the session. */
  renew() {
    this.#renewal ??= this.#renewOnce().finally(() => (this.#renewal = undefined))
    return this.#renewal
  }

  async signOut() {
    const token = await this.token().catch(() => undefined)
    if (!this.isOpen) return
    this.#end('You are signed out.')
    const logout = call(`${this.authUrl}/auth/logout`, { method: 'POST', token })
    await logout.catch(() => this.#end('You are signed out here, but Netra could not be told.'))
  }

  async #renewOnce() {
    const body = { refresh_token: this.#tokens?.refresh }
    try {
      const tokens = await call(`${this.authUrl}/auth/refresh`, { method: 'POST', body })
      if (this.isOpen) this.open(tokens)
    } catch (error) {
      if (error.status === 401) this.#end(ENDED)
      throw error
    }
  }

  #keep(tokens) {
    this.#tokens = tokens
    sessionStorage.setItem(KEPT, JSON.stringify(tokens))
    this.#renewIn(tokens.expiresAt - Math.min(EARLIEST_RENEWAL_MS, tokens.life / 5) - Date.now())
  }

  #renewIn(delay) {
    clearTimeout(this.#timer)
    const renew = () => this.renew().catch(() => this.isOpen && this.#renewIn(RETRY_MS))
    // A timer takes no longer delay than this.
    this.#timer = setTimeout(renew, Math.min(delay, 2 ** 31 - 1))
  }

  #end(farewell) {
    clearTimeout(this.#timer)
    sessionStorage.removeItem(KEPT)
    this.#tokens = undefined
    this.farewell = farewell
    this.dispatchEvent(new Event('change'))
  }
}
