import { z } from 'zod'
import { ROUTES } from '#contract/routes'
import { parseJson } from '#contract/json'
import { locate, type Finding } from './finding.ts'
import type { History, Received } from './history.ts'

/** Routes whose answers are there to issue tokens. */
const ISSUING: readonly string[] = [ROUTES.register, ROUTES.login, ROUTES.refresh, ROUTES.testAuth].map(
  ({ name }) => name,
)
const CALLBACK = ROUTES.providerCallback.name

const Issued = z.object({ access_token: z.string(), refresh_token: z.string() }).partial()
const LOCATION = /^location: ([^\n]*)$/m
const COOKIE = /^set-cookie: [^\n]*$/gim
const PASSWORD_HASH = '$argon2'
/** What a secret mostly is: one word, of a length that no other word happens to have in common with it. */
const WORD = /[\w-]{8,}/g
const ONE_WORD = /^[\w-]{8,}$/

interface Secret {
  /** Told in place of the secret itself. */
  readonly name: string
  /** To whom it was issued, if it was. */
  readonly owner?: string
}

/** What must not show: passwords and keys that the suite knows, and every token that was issued. */
export class Secrets {
  readonly #home: string
  readonly #words = new Map<string, Secret>()
  readonly #others = new Map<string, Secret>()

  /** @param home origin of the frontend: the one place where the way back from the provider may lead */
  constructor(home: string) {
    this.#home = home
  }

  /** Makes a secret known. @param name told in place of the secret itself */
  know(name: string, secret: string): void {
    this.#learn(secret, { name })
  }

  /** Linear in the length of the texts, however many secrets there are. */
  findIn(history: History): readonly Finding[] {
    for (const received of history.received) this.#learnFrom(received)
    return history.received.flatMap((received) => this.#findInOne(received))
  }

  #learn(secret: string, about: Secret): void {
    const known = ONE_WORD.test(secret) ? this.#words : this.#others
    if (!known.has(secret)) known.set(secret, about)
  }

  #learnFrom(received: Received): void {
    const tokens = tokensIssuedIn(received) ?? tokensHandedOver(received)?.tokens
    if (!tokens) return
    const owner = received.person
    const { access_token: access, refresh_token: refresh } = tokens
    if (access) this.#learn(markOf(access), { name: `a pass of ${owner}'s`, owner })
    if (refresh) this.#learn(markOf(refresh), { name: `a means of renewal of ${owner}'s`, owner })
  }

  #findInOne(received: Received): Finding[] {
    const rightful = this.#rightfulIn(received)
    const shown = new Set<string>(received.text.includes(PASSWORD_HASH) ? ['a password hash'] : [])
    for (const [word] of received.text.matchAll(WORD)) {
      const secret = this.#words.get(word)
      // Where something is issued, it stands once.
      if (secret && !(secret.owner === received.person && rightful.delete(word))) shown.add(secret.name)
    }
    for (const [text, { name }] of this.#others) if (received.text.includes(text)) shown.add(name)
    const where = `shows in ${locate(received.source)}, to ${received.person}`
    return [...shown].map((name) => ({ text: `${name} ${where}` }))
  }

  /** What may show there, because that is where it is issued. */
  #rightfulIn(received: Received): Set<string> {
    const handed = tokensHandedOver(received)
    const tokens = tokensIssuedIn(received) ?? (handed?.origin === this.#home ? handed.tokens : undefined)
    return new Set([...Object.values(tokens ?? {}).map(markOf), ...wordsInCookies(received)])
  }
}

/** By what a token is known: its signature, which is in no other token; or all of it, when it has none. */
function markOf(token: string): string {
  return token.split('.')[2] || token
}

function tokensIssuedIn({ route, part, text }: Received): z.output<typeof Issued> | undefined {
  if (part !== 'body' || route === undefined || !ISSUING.includes(route)) return undefined
  return Issued.safeParse(parseJson(text)).data
}

/** Where tokens are issued, they may be kept in a cookie, too, which no script can read. */
function wordsInCookies({ route, part, text }: Received): string[] {
  if (part !== 'headers' || route === undefined || ![...ISSUING, CALLBACK].includes(route)) return []
  const cookies = [...text.matchAll(COOKIE)]
    .map(([cookie]) => cookie)
    .filter((cookie) => /httponly/i.test(cookie))
  return cookies.flatMap((cookie) => [...cookie.matchAll(WORD)].map(([word]) => word))
}

/** A fragment is seen by no server and no log: it is where the callback hands over what it issues. */
function tokensHandedOver({
  route,
  part,
  text,
}: Received): { origin: string; tokens: z.output<typeof Issued> } | undefined {
  const location = route === CALLBACK && part === 'headers' ? LOCATION.exec(text)?.[1] : undefined
  if (location === undefined || !URL.canParse(location)) return undefined
  const { origin, hash } = new URL(location)
  const { data: tokens } = Issued.safeParse(Object.fromEntries(new URLSearchParams(hash.slice(1))))
  return tokens && { origin, tokens }
}
