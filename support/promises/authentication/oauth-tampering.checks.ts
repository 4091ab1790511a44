import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { describeAttempt, type Attempt } from '#promises/shared/refusals.checks'
import { excerpt } from '#wire/excerpt'

/** How a flow that was tampered with came out. */
export interface TamperedOutcome {
  readonly status: number
  readonly handsOverToken: boolean
  readonly text: string
}

/** The same flow, untampered, at the same time. */
export interface UntamperedFlow {
  readonly how: string
  readonly status: number
  /** Whether it went as it has to. */
  readonly holds: boolean
}

/** Something done to a sign-in on its way, and how it came out. */
export interface TamperedFlow {
  readonly slug: Slug
  /** As the feature calls it. */
  readonly what: string
  readonly outcomes: readonly TamperedOutcome[]
  /** How the contract wants it refused: 400 for the answer, 401 for what the provider vouches for. */
  readonly refusal: 400 | 401
  readonly control: UntamperedFlow
}

/** A flow that was tampered with comes out nowhere, and hands nothing over. @param seen whatever was tried */
export function tamperingRefused(slug: Slug, seen: Seen<readonly TamperedFlow[]>): Check {
  return check(slug, 'refused as the contract says, and nothing handed over', seen, (flows) => {
    const flow = flows.find((candidate) => candidate.slug === slug)
    if (!flow) return settle(false, { observed: 'nothing was tried' })
    const { what, outcomes, refusal, control } = flow
    const refused = outcomes.every(({ status, handsOverToken }) => status === refusal && !handsOverToken)
    return settle(outcomes.length > 0 && refused && control.holds, {
      observed: `${what}: ${outcomes.map(describeOutcome).join('; ') || 'nothing was tried'}`,
      control: `${control.how}: ${control.status}${control.holds ? '' : ', not as it has to be'}`,
    })
  })
}

function describeOutcome({ status, handsOverToken, text }: TamperedOutcome): string {
  return `${status}${handsOverToken ? ' with a session' : ''} ${excerpt(text, 60)}`
}

/** Where somebody came out who was not to get in. */
export interface ErrorPageResult {
  /** Where the browser was sent, if anywhere. */
  readonly target: URL | undefined
  readonly handsOverToken: boolean
  /** How the owner of the account that was aimed at finds it. */
  readonly owner?: OwnersView
}

/** An account as its owner finds it. */
export interface OwnersView {
  readonly isSameAccount: boolean
  /** By what she signs in, as the auth service says, and by what she did before. */
  readonly provider: string | undefined
  readonly before: string | undefined
}

/** Somebody was sent to the error page, nothing was handed over, and no account changed hands. @param error that the page is told */
export function sentToErrorPage(slug: Slug, error: string, seen: Seen<ErrorPageResult>): Check {
  const expected = `sent to the frontend's error page with ${error}, and nothing handed over`
  return check(slug, expected, seen, ({ target, handsOverToken, owner }) => {
    const isErrorPage = isOnErrorPage({ target }, error)
    const isIntact = owner === undefined || (owner.isSameAccount && owner.provider === owner.before)
    const place = target ? target.pathname + target.search : 'sent nowhere'
    const observed = `${place}${handsOverToken ? ', with a session' : ''}`
    const control = owner === undefined ? {} : { control: describeOwner(owner) }
    return settle(isErrorPage && !handsOverToken && isIntact, { observed, ...control })
  })
}

/** Whether that is where somebody came out, and was told so. */
export function isOnErrorPage({ target }: Pick<ErrorPageResult, 'target'>, error: string): boolean {
  return target?.pathname === '/auth/error' && target.searchParams.get('error') === error
}

function describeOwner({ isSameAccount, provider }: OwnersView): string {
  return `its owner is in ${isSameAccount ? 'as before' : 'another account'}, by ${provider ?? 'what is not told'}`
}

/** What came of claiming an address that was free. */
export interface ClaimedFreeAddress {
  readonly before: ErrorPageResult
  readonly registered: Attempt
  /** When its owner had registered. */
  readonly after: ErrorPageResult
}

/** An address that was only claimed stays free for its owner, and leads nobody else into her account. */
export function claimLeavesAddressFree(seen: Seen<ClaimedFreeAddress>): Check {
  const expected = 'nobody signed in by the claim, and its owner registers (200)'
  return check('claimed-address-stays-free', expected, seen, ({ before, registered, after }) => {
    const tries = { 'before that': before, 'after that': after }
    const described = Object.entries(tries).map(
      ([when, { target, handsOverToken }]) =>
        `${when} the claim led ${target?.pathname ?? 'nowhere'}${handsOverToken ? ', with a session' : ''}`,
    )
    const isFree = registered.status === 200 && !before.handsOverToken && !after.handsOverToken
    return settle(isFree, { observed: [describeAttempt(registered), ...described].join('; ') })
  })
}
