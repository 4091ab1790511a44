import { z } from 'zod'
import { ROUTES } from '#contract/routes'
import { parseJson } from '#wire/json'
import { locate, type Finding } from './finding.ts'
import type { History, Received } from './history.ts'

/** Routes whose answers are there to issue tokens. */
const ISSUING: readonly string[] = [ROUTES.register, ROUTES.login, ROUTES.refresh, ROUTES.testAuth].map(
  ({ name }) => name,
)
const CALLBACK = ROUTES.providerCallback.name

const Issued = z.object({ access_token: z.string(), refresh_token: z.string() })
const PASSWORD_HASH = '$argon2'

/** What must not show: passwords and keys that the suite knows, and every token that was issued. */
export class Secrets {
  readonly #known = new Map<string, string>()

  /** @param name told in place of the secret itself */
  know(name: string, secret: string): void {
    this.#known.set(secret, name)
  }

  /** The same for a token, by its signature: that part is in no other token. */
  knowToken(name: string, token: string): void {
    const signature = token.split('.')[2]
    if (signature) this.know(name, signature)
  }

  findIn(history: History): readonly Finding[] {
    for (const received of history.received) this.#learnFrom(received)
    return history.received.flatMap((received) => this.#findInOne(received))
  }

  #learnFrom({ person, route, part, text }: Received): void {
    if (part !== 'body' || route === undefined || !ISSUING.includes(route)) return
    const { data } = Issued.safeParse(parseJson(text))
    if (!data) return
    this.knowToken(`a pass of ${person}'s`, data.access_token)
    this.knowToken(`a means of renewal of ${person}'s`, data.refresh_token)
  }

  #findInOne(received: Received): Finding[] {
    const text = withoutWhatIsIssued(received)
    const shown = [...this.#known].filter(([secret]) => text.includes(secret)).map(([, name]) => name)
    if (text.includes(PASSWORD_HASH)) shown.push('a password hash')
    return shown.map((name) => ({
      text: `${name} shows in ${locate(received.source)}, to ${received.person}`,
    }))
  }
}

/** A fragment is seen by no server and no log: it is where the callback hands over what it issues. */
function withoutWhatIsIssued({ route, part, text }: Received): string {
  if (route !== undefined && part === 'body' && ISSUING.includes(route)) return ''
  if (route === CALLBACK && part === 'headers') return text.replace(/^(location: [^#\n]*)#.*$/m, '$1')
  return text
}
