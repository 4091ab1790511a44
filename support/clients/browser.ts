import { parse, type HTMLElement } from 'node-html-parser'
import { CookieJar } from 'tough-cookie'
import type { Answer } from './answer.ts'
import type { Addresses } from './client-context.ts'
import type { HttpClient } from './http.ts'

/** Which redirects are not followed. */
export type StopAt = (url: URL) => boolean

/** Where a browser has come to: a page, or an address that it was sent to and has not visited. */
export interface Place {
  readonly url: URL
  readonly answer: Answer | undefined
}

/** A form as a person would fill it in. */
export interface Form {
  readonly action: URL
  readonly method: string
  readonly fields: Readonly<Record<string, string>>
}

const MOST_REDIRECTS = 10
const REDIRECTS = [301, 302, 303, 307, 308]

/** One person's browser: it keeps cookies, follows redirects and fills in forms; it runs no scripts. */
export class Browser {
  readonly #http: HttpClient
  readonly #addresses: Addresses
  readonly #cookies = new CookieJar()
  /** Every address that an answer has sent this browser to, in order. */
  readonly trail: URL[] = []

  constructor(http: HttpClient, addresses: Addresses) {
    this.#http = http
    this.#addresses = addresses
  }

  /** One request, no redirect followed. */
  async get(url: URL): Promise<Answer> {
    return this.#request('GET', url)
  }

  /** Goes to an address and follows redirects until a page is reached, or an address to stop at. */
  async visit(url: URL, stopAt: StopAt = () => false): Promise<Place> {
    return this.#follow(url, await this.get(url), stopAt)
  }

  /** Sends a form, with these fields filled in, and follows redirects in the same way. */
  async submit(
    form: Form,
    fields: Readonly<Record<string, string>>,
    stopAt: StopAt = () => false,
  ): Promise<Place> {
    const body = new URLSearchParams({ ...form.fields, ...fields }).toString()
    return this.#follow(form.action, await this.#request(form.method, form.action, body), stopAt)
  }

  /** The cookies that would be sent to this address, with what protects them. */
  async cookiesFor(url: URL): Promise<{ name: string; httpOnly: boolean }[]> {
    const cookies = await this.#cookies.getCookies(url.href)
    return cookies.map(({ key, httpOnly }) => ({ name: key, httpOnly }))
  }

  async #follow(from: URL, first: Answer, stopAt: StopAt): Promise<Place> {
    let [url, answer] = [from, first]
    for (let redirects = 0; redirects < MOST_REDIRECTS; redirects += 1) {
      const location = REDIRECTS.includes(answer.status) ? answer.headers['location'] : undefined
      if (location === undefined) return { url, answer }
      url = new URL(location, url)
      if (stopAt(url)) return { url, answer: undefined }
      answer = await this.get(url)
    }
    throw new Error(`${this.#http.person}'s browser was redirected more than ${MOST_REDIRECTS} times`)
  }

  async #request(method: string, url: URL, form?: string): Promise<Answer> {
    const cookie = await this.#cookies.getCookieString(url.href)
    const headers = {
      accept: 'text/html',
      ...(cookie ? { cookie } : {}),
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const isPlatform = url.href.startsWith(this.#addresses.auth)
    const service = isPlatform ? 'auth' : 'outside'
    const route = isPlatform ? `${method} ${url.pathname}` : undefined
    const answer = await this.#http.send(service, { method, url: url.href, headers, body: form }, route)
    for (const header of setCookies(answer)) await this.#cookies.setCookie(header, url.href)
    const location = answer.headers['location']
    if (location !== undefined) this.trail.push(new URL(location, url))
    return answer
  }
}

/** The form of a page; by the words on one of its buttons, if there are several. */
export function formOn({ url, answer }: Place, button?: RegExp): Form | undefined {
  const forms = parse(answer?.text ?? '').querySelectorAll('form')
  const form = button ? forms.find((candidate) => button.test(candidate.textContent)) : forms[0]
  if (!form) return undefined
  return {
    action: new URL(form.getAttribute('action') ?? '', url),
    method: (form.getAttribute('method') ?? 'GET').toUpperCase(),
    fields: { ...valuesOf(form, 'input'), ...(button ? valuesOf(form, 'button', button) : {}) },
  }
}

/** The address of a link on a page, by its words. */
export function linkOn({ url, answer }: Place, words: RegExp): URL | undefined {
  const link = parse(answer?.text ?? '')
    .querySelectorAll('a')
    .find((candidate) => words.test(candidate.textContent))
  const target = link?.getAttribute('href')
  return target ? new URL(target, url) : undefined
}

function valuesOf(form: HTMLElement, tag: string, words = /(?:)/): Record<string, string> {
  const elements = form.querySelectorAll(`${tag}[name]`).filter((element) => words.test(element.textContent))
  return Object.fromEntries(
    elements.map((element) => [element.getAttribute('name') ?? '', element.getAttribute('value') ?? '']),
  )
}

function setCookies({ headers }: Answer): string[] {
  return (headers['set-cookie'] ?? '').split('\n').filter(Boolean)
}
