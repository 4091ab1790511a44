import { mintAccessToken } from '#clients/authentication'
import type { LiveConnection } from '#clients/live-connection'
import type { Session } from '#clients/session'
import { NotTestable } from '#expect/check'
import type { EndedLine, LineAcrossRenewal, WorkAcrossRenewal } from '#expect/renewal'
import { milliseconds, seconds } from '#waiting/duration'
import type { Mark } from '#waiting/event-log'
import { whenOver } from '#waiting/moment'
import type { Device } from '#world/device'
import { topic } from '#world/memory'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import { answersPing } from './lines.ts'
import { migrationPlan } from './assignments.ts'
import type { Inquiry } from './inquiry.ts'
import { mustAsk } from './questions.ts'

/** A pass that runs out in a moment, and what lives by it. */
export interface ShortLivedPass {
  readonly token: string
  /** On the target's clock. */
  readonly expiresAt: Date
  /** A line that nobody renews. */
  readonly line: LiveConnection
  /** That it opened doors before its time was up. */
  readonly control: string
}

/** A renewal, seen from the line that went on across it. */
export interface Renewal {
  readonly before: Session
  readonly after: Session
  /** On the line: the moment before it was renewed. */
  readonly from: Mark
  /** Until when the line lives on, as the platform stated it; missing when it said nothing of the kind. */
  readonly statedEnd: string | undefined
}

export const WORK = topic<Inquiry>('asked for a long piece of work')
export const SHORT_LIVED = topic<ShortLivedPass>('got a session that is about to run out')
export const RENEWAL = topic<Renewal>('renewed a session')

/** Long enough to begin something, short enough to wait for. */
const SHORTEST_LIFE = seconds(1.5)
/** How far off our idea of the target's clock may be. */
const CLOCKS_AGREE_WITHIN = milliseconds(250)
const ANSWERED = seconds(5)
/** The contract's two seconds, and what it takes to notice. */
const LINE_END = seconds(4)

/** She works on a line that lives by a pass which is about to run out; a second line lives by it, too. */
export async function workOnBorrowedTime(person: Person, scenario: Scenario): Promise<void> {
  await person.register()
  const { token, expiresAt } = mintShortLived(person.device.session, scenario)
  const spare = person.addDevice()
  spare.enter(person.device.context)
  const [line] = await Promise.all([spare.openLine({ token }), person.device.openLine({ token })])
  const { status } = await person.auth.me(token)
  const control = `before its time was up it opened a line, and the auth service (${status})`
  person.memory.note(SHORT_LIVED, { token, expiresAt, line, control })
  person.memory.note(WORK, await mustAsk(person.device, migrationPlan(person).text))
}

/** Renews the session, and tells the line. */
export async function renew(person: Person): Promise<void> {
  const { device, auth, memory } = person
  const before = device.session
  const after = await auth.mustRefresh(refreshTokenOf(device))
  const { line } = device
  const from = line.heard.mark()
  line.reauthenticate(after.accessToken)
  const stated = line.mustHear('reauthenticated', from, ANSWERED)
  device.renew(after)
  const statedEnd = await stated.then(
    ({ payload }) => payload.expires_at,
    () => undefined,
  )
  memory.note(RENEWAL, { before, after, from, statedEnd })
}

export function refreshTokenOf({ session }: Pick<Device, 'session'>): string {
  if (session.refreshToken !== undefined) return session.refreshToken
  throw new NotTestable('this way of signing in gives no means of renewal')
}

/**
 * A pass for the same person that runs out in about two seconds, on the target's clock.
 *
 * @throws {NotTestable} when nobody here can sign one
 */
function mintShortLived(session: Session, { target, skewMs }: Scenario): { token: string; expiresAt: Date } {
  const { signingSecret } = target
  if (!signingSecret) throw new NotTestable('expiry cannot be waited for here: set JWT_SECRET_STAGING')
  const now = Date.now() + skewMs
  const [iat, exp] = [Math.floor(now / 1000), Math.ceil((now + SHORTEST_LIFE.ms) / 1000)]
  return { token: mintAccessToken(session, signingSecret, { iat, exp }), expiresAt: new Date(exp * 1000) }
}

/** Waits until the short-lived pass has run out, on the target's clock. */
export function waitUntilOver({ memory }: Person, { skewMs, stop }: Scenario): Promise<void> {
  const { expiresAt } = memory.recall(SHORT_LIVED)
  const over = expiresAt.getTime() + CLOCKS_AGREE_WITHIN.ms
  return whenOver('the end of a session', () => over - (Date.now() + skewMs), stop)
}

/** Waits for the platform to end the line that nobody renewed. @throws {NotObserved} */
export async function endOfUnrenewedLine(person: Person, scenario: Scenario): Promise<EndedLine> {
  const { line, expiresAt } = person.memory.recall(SHORT_LIVED)
  scenario.faults.claimLineEnd(line.number)
  const { code } = await line.mustEnd(LINE_END)
  return { code, lateMs: Date.now() + scenario.skewMs - expiresAt.getTime() }
}

/** Looks at the line that was renewed. */
export async function lineAcrossRenewal({ device, memory }: Person): Promise<LineAcrossRenewal> {
  const { after, statedEnd } = memory.recall(RENEWAL)
  const { line } = device
  const answers = await answersPing(line)
  return { isOpen: line.isOpen, answers, statedEnd, realEnd: new Date(after.claims.exp * 1000).toISOString() }
}

/** Waits for the work that was under way when the session was renewed, and looks at what came of it. */
export async function workAcrossRenewal({ device, memory }: Person): Promise<WorkAcrossRenewal> {
  const { from } = memory.recall(RENEWAL)
  const work = memory.recall(WORK)
  const { outcome, text, runId } = await work.ended()
  const messages = await device.backend.mustMessages(work.threadId)
  const told = device.line.heard.since(from).map(({ value }) => value)
  const heard = told.filter((frame) => 'sequence' in frame && frame.payload.run_id === runId)
  const stored = messages.filter(({ role, content }) => role === 'assistant' && content === text)
  return { outcome, heardAfterwards: heard.length, stored: stored.length }
}
