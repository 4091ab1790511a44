import { excerpt } from '#wire/excerpt'
import type { Slug } from '#expect/catalogue'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** Something done to a sign-in on its way, and how it came out. */
export interface TamperedFlow {
  readonly slug: Slug
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
export function tamperingRefused(slug: Slug, trips: Seen<readonly TamperedFlow[]>): Check {
  return check(slug, 'refused as the contract says, and nothing handed over', undefined, () => {
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
  claim: Seen<{ unconfirmed: ErrorPageResult; confirmed: ErrorPageResult }>,
): Check[] {
  let claimed: ReturnType<typeof claim> | undefined
  const once = (): ReturnType<typeof claim> => (claimed ??= claim())
  const error = 'account_exists'
  return [
    sentToErrorPage('unconfirmed-address-takes-nothing', error, async () => (await once()).unconfirmed),
    sentToErrorPage('confirmed-address-takes-nothing', error, async () => (await once()).confirmed),
  ]
}

/** @param go tries to get in */
export function sentToErrorPage(slug: Slug, error: string, go: Seen<ErrorPageResult>): Check {
  return check(
    slug,
    `sent to the frontend's error page with ${error}, and nothing handed over`,
    go,
    ({ target, handsOver, owners }) => {
      const told = URL.canParse(target) ? new URL(target) : undefined
      const holds =
        told?.pathname === '/auth/error' &&
        told.searchParams.get('error') === error &&
        !handsOver &&
        owners?.intact !== false
      const observed = `${told ? told.pathname + told.search : 'sent nowhere'}${handsOver ? ', with a session' : ''}`
      return settle(holds, { observed, ...(owners ? { control: owners.control } : {}) })
    },
  )
}
