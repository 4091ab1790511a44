import { rmSync } from 'node:fs'
import type { Answer } from '#clients/answer'
import { AuthClient } from '#clients/auth-client'
import { mintAccessToken } from '#clients/authentication'
import { HttpClient } from '#clients/http'
import { waitIn } from '#clients/retry-after'
import { readSession } from '#clients/session'
import { SessionAnswer } from '#contract/answers'
import { AccountableError } from '#errors/accountable'
import { shortContext } from '#preflight/short-context'
import type { Target } from '#target/settings'
import { seconds } from '#waiting/duration'
import { leaveAlone } from '#waiting/eventually'
import type { LedgerEntry } from './account-ledger.ts'
import { ledgersIn } from './ledgers.ts'
import { pacerFor } from './shared-pace.ts'

/** What has become of the accounts that killed runs have left. */
export interface Sweep {
  readonly removed: readonly string[]
  /** They were not there any more. */
  readonly gone: readonly string[]
  /** With why. */
  readonly stays: readonly string[]
}

/** By this, people of this suite name themselves: nobody else is ever touched. */
const OURS = /@people\.netra\.example$/i
const ONE_ANSWER = seconds(30)
const LONGEST_WAIT_S = 60

/** Closes what killed runs have left at a target, by their ledgers. A ledger of which nothing stays is removed. */
export async function sweep(target: Target, reports: string, patience = ONE_ANSWER): Promise<Sweep> {
  const http = new HttpClient(
    'the sweep',
    shortContext(target, patience, undefined, undefined, pacerFor(target)),
  )
  const found = { removed: [] as string[], gone: [] as string[], stays: [] as string[] }
  try {
    for (const ledger of ledgersIn(reports)) {
      const left = found.stays.length
      if (ledger.head?.auth === target.addresses.auth)
        for (const [email, entries] of ledger.accounts) {
          const { state, why } = await closeAccount(new AuthClient(http), target, email, entries)
          found[state].push(why === undefined ? email : `${email}: ${why}`)
        }
      else
        found.stays.push(
          `${ledger.head?.by ?? ledger.path}: it is of ${ledger.head?.auth ?? 'nobody knows where'}`,
        )
      if (found.stays.length === left) rmSync(ledger.path)
    }
  } finally {
    http.close()
  }
  return found
}

interface Fate {
  readonly state: keyof Sweep
  readonly why?: string
}

async function closeAccount(
  auth: AuthClient,
  target: Target,
  email: string,
  entries: readonly LedgerEntry[],
): Promise<Fate> {
  if (!OURS.test(email)) return { state: 'stays', why: 'it is not named as ours' }
  try {
    const refusals: string[] = []
    for (const entry of entries) {
      const why = await closeBy(entry, auth, target)
      if (why === DONE) return { state: 'removed' }
      if (why !== ABSENT) refusals.push(why)
    }
    return refusals.length === 0 ? { state: 'gone' } : { state: 'stays', why: refusals.join('; ') }
  } catch (error) {
    if (error instanceof AccountableError) return { state: 'stays', why: error.message }
    throw error
  }
}

const DONE = 'closed'
const ABSENT = 'nobody is there'

/** @returns what came of it, or why nothing did */
async function closeBy(
  { email, password, token }: LedgerEntry,
  auth: AuthClient,
  { simulationKey, signingSecret }: Target,
): Promise<string> {
  if (token !== undefined) {
    const answer = await auth.deleteMe(signingSecret === undefined ? token : renewed(token, signingSecret))
    // A pass that has run out says nothing of her account.
    return signingSecret !== undefined && answer.status === 401 ? ABSENT : outcomeOf(answer)
  }
  if (password === undefined && simulationKey === undefined) return 'E2E_OAUTH_SIMULATION_KEY is not set'
  const entered = await patiently(() =>
    password === undefined ? auth.testAuth({ email }, simulationKey ?? '') : auth.login({ email, password }),
  )
  if (entered.status === 401 && password !== undefined) return ABSENT
  if (entered.status >= 300) return entered.describe()
  return outcomeOf(await auth.deleteMe(readSession(entered.must(200, SessionAnswer)).accessToken))
}

function outcomeOf(answer: Answer): string {
  return answer.status < 300 ? DONE : answer.describe()
}

/** As it was, for a minute from now on. */
function renewed(token: string, secret: string): string {
  const now = Math.floor(Date.now() / 1_000)
  return mintAccessToken(readSession({ access_token: token }), secret, { iat: now, exp: now + 60 })
}

/** Somebody may have guessed at her password when the run was killed. */
async function patiently(ask: () => Promise<Answer>): Promise<Answer> {
  const answer = await ask()
  const wait = answer.status === 429 ? (waitIn(answer.headers) ?? 0) : 0
  if (!(wait > 0 && wait <= LONGEST_WAIT_S)) return answer
  await leaveAlone(seconds(wait), undefined)
  return ask()
}
