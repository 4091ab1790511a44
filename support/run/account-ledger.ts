import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decode } from 'jsonwebtoken'
import { z } from 'zod'
import { parseJson } from '#contract/json'
import { ROUTES } from '#contract/routes'
import type { RunContext } from '#target/run-context'
import type { Target } from '#target/settings'
import type { Exchange, SentRequest } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'

/** The folder of the reports in which ledgers stand; hidden, so that no program uploads it with them. */
export const LEDGERS = '.accounts'

/** The first line of a ledger: at which auth service its accounts are, and who has opened them. */
export const LedgerHead = z.object({ auth: z.string(), by: z.string() })
/** At which auth service accounts are, and who has opened them. */
export type LedgerHead = z.output<typeof LedgerHead>
/** Each further line: an account that may be there, and what leads into it. */
export const LedgerEntry = z.object({
  email: z.string(),
  password: z.string().optional(),
  token: z.string().optional(),
  /** It was refused, or is closed: nothing is there any more. */
  isGone: z.literal(true).optional(),
})
/** An account that may be there, and what leads into it. */
export type LedgerEntry = z.output<typeof LedgerEntry>

const Opened = z.object({ email: z.string(), password: z.string().optional() })
/** What is not taken opens nothing; an address that is taken already may be ours. */
const REFUSED = [400, 401, 403, 404, 413, 422]
const OPENING: readonly (string | undefined)[] = [ROUTES.register.name, ROUTES.testAuth.name]

/**
 * Writes down every account before it is opened, so that it can be closed by somebody else when this process is ended
 * the hard way. Only its owner may read it: it holds what leads into those accounts.
 */
export class AccountLedger implements WireObserver {
  readonly #path: string
  readonly #open = new Set<string>()

  /** @param by whose accounts these are: a scenario's id, or `visitor` */
  constructor(run: RunContext, { addresses }: Pick<Target, 'addresses'>, by: string) {
    this.#path = pathOf(run, by)
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 })
    const head = { auth: addresses.auth, by: `run ${run.id}, ${by}` }
    writeFileSync(this.#path, lineOf(head), { mode: 0o600 })
  }

  asked(route: string | undefined, { body = '' }: SentRequest): void {
    const { data } = Opened.safeParse(parseJson(body))
    if (data && OPENING.includes(route)) this.#note(data)
  }

  exchange({ route, request, response }: Exchange): void {
    const token = /[#&?]access_token=([\w.-]+)/.exec(response?.headers['location'] ?? '')?.[1]
    const email = token && emailIn(token)
    if (email) this.#note({ email, token })
    if (!response) return
    const { data } = Opened.safeParse(parseJson(request.body ?? ''))
    if (data && REFUSED.includes(response.status) && OPENING.includes(route))
      this.#note({ ...data, isGone: true })
    const closed = emailIn(request.headers['authorization'] ?? '')
    if (route === ROUTES.deleteMe.name && response.status < 300 && closed)
      this.#note({ email: closed, isGone: true })
  }

  /** Forgets it, where every account that was opened has been closed. */
  close(): void {
    if (this.#open.size === 0) rmSync(this.#path, { force: true })
  }

  #note(entry: LedgerEntry): void {
    if (entry.isGone) this.#open.delete(entry.email.toLowerCase())
    else this.#open.add(entry.email.toLowerCase())
    // Whoever has removed the reports meanwhile wants none of it.
    if (existsSync(this.#path)) appendFileSync(this.#path, lineOf(entry))
  }
}

/** Forgets the accounts of a scenario that has taken all of them back. */
export function forgetAccounts(run: RunContext, by: string): void {
  rmSync(pathOf(run, by), { force: true })
}

function pathOf({ reports, id }: RunContext, by: string): string {
  return join(reports, LEDGERS, `${id}-${by}.ndjson`)
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`
}

/** Whose address an access token tells. */
function emailIn(text: string): string | undefined {
  const claims = decode(text.replace(/^Bearer /, ''), { json: true })
  return typeof claims?.['email'] === 'string' ? claims['email'] : undefined
}
