import { MeAnswer } from '#contract/answers'
import { read } from '#contract/reading'
import { ROUTES } from '#contract/routes'
import type { CallDetails } from '#clients/client-context'
import type { Person } from '#world/person'
import { headersThatName } from '#promises/shared/naming-headers'
import type { FalseOwner } from './false-owners.checks.ts'

type Naming = Pick<CallDetails, 'query' | 'headers'>

/** Ways in which a caller can say, besides her token, who she is; a careless service believes one of them. */
export function waysToName(named: Parameters<typeof headersThatName>[0]): Naming[] {
  const { userId } = named
  return [
    { query: { user_id: userId } },
    { headers: headersThatName(named) },
    { headers: { cookie: `user_id=${userId}` } },
  ]
}

/** Whom an account and a line are about that somebody asked for as another's. @throws {NoAnswer} */
export async function answeredAs(
  maker: Person,
  other: Person,
): Promise<Pick<FalseOwner, 'what' | 'owners'>[]> {
  const { accessToken: token } = maker.device.session
  const seen = waysToName(other.device.context).map(async (way) => {
    const [account, line] = await Promise.all([
      maker.http.call(ROUTES.me, { token, ...way }),
      maker.tryConnect({ token, ...way }),
    ])
    if (line.outcome === 'open') await line.connection.close()
    const { data } = read(MeAnswer, account.body)
    const isNamed = line.outcome === 'open' && maker.offers.has('live-identity')
    // Who refuses to listen to that has believed nothing.
    return [
      ...(account.status === 200 ? [{ what: 'an account', owners: [data?.user_id ?? 'nobody'] }] : []),
      ...(isNamed ? [{ what: 'a line', owners: [line.welcome.payload.user_id] }] : []),
    ]
  })
  return (await Promise.all(seen)).flat()
}
