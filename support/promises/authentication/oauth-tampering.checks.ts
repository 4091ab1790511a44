import { excerpt } from '#wire/excerpt'
import type { CheckId } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'

/** Something done to a sign-in on its way, and how it came out. */
export interface TamperedFlow {
  readonly id: CheckId
  /** As the feature calls it. */
  readonly what: string
  readonly outcomes: readonly {
    readonly status: number
    readonly handsOver: boolean
    readonly text: string
  }[]
  /** How the contract wants it refused: 400 for the answer, 401 for what the provider vouches for. */
  readonly refusal: 400 | 401
  /** Who came in in the meantime, by the same way, untampered; whether anybody did. */
  readonly control: { readonly holds: boolean; readonly text: string }
}

/** A sign-in that was tampered with comes out nowhere, and hands nothing over. */
export function tamperingRefused(id: CheckId, trips: () => readonly TamperedFlow[]): Check {
  return check(id, 'refused as the contract says, and nothing handed over', () => {
    const trip = trips().find((candidate) => candidate.id === id)
    const outcomes = trip?.outcomes ?? []
    const told = outcomes.map(
      ({ status, handsOver, text }) => `${status}${handsOver ? ' with a session' : ''} ${excerpt(text, 60)}`,
    )
    const refused = outcomes.every(({ status, handsOver }) => status === trip?.refusal && !handsOver)
    const observed = `${trip?.what ?? 'nothing was tried'}: ${told.join('; ')}`
    const { holds, text: control } = trip?.control ?? { holds: false, text: 'nobody came in' }
    return settle(outcomes.length > 0 && refused && holds, { observed, control })
  })
}

/** Where somebody came out who was not to get in, and what became of the account that was aimed at. */
export interface ErrorPageResult {
  readonly target: string
  readonly handsOver: boolean
  /** How the owner of the account that was aimed at finds it. */
  readonly owners?: { readonly control: string; readonly intact: boolean }
}

/** @param claim tries to get in, without and with showing that the address is one's own */
export function claimedAddress(
  claim: () => Promise<{ unconfirmed: ErrorPageResult; confirmed: ErrorPageResult }>,
): Check[] {
  let claimed: ReturnType<typeof claim> | undefined
  const once = (): ReturnType<typeof claim> => (claimed ??= claim())
  const error = 'account_exists'
  return [
    sentToErrorPage(
      'AUTH-2.unconfirmed-address-takes-nothing',
      error,
      async () => (await once()).unconfirmed,
    ),
    sentToErrorPage('AUTH-2.confirmed-address-takes-nothing', error, async () => (await once()).confirmed),
  ]
}

/** @param go tries to get in */
export function sentToErrorPage(id: CheckId, error: string, go: () => Promise<ErrorPageResult>): Check {
  return check(id, `sent to the frontend's error page with ${error}, and nothing handed over`, async () => {
    const { target, handsOver, owners } = await go()
    const told = URL.canParse(target) ? new URL(target) : undefined
    const holds =
      told?.pathname === '/auth/error' &&
      told.searchParams.get('error') === error &&
      !handsOver &&
      owners?.intact !== false
    const observed = `${told ? told.pathname + told.search : 'sent nowhere'}${handsOver ? ', with a session' : ''}`
    return settle(holds, { observed, ...(owners ? { control: owners.control } : {}) })
  })
}
