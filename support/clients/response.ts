import { asPromised, routeNamed } from '#contract/routes'
import type { Service } from '#contract/services'
import type { AxiosResponse } from 'axios'
import type { ReceivedResponse } from '#wire/exchange'

/** What came over the wire, as the evidence keeps it. */
export function toResponse({ status, headers, data }: AxiosResponse<string>): ReceivedResponse {
  // A header that came several times (Set-Cookie) has one line for each.
  const entries = Object.entries(headers).map(([name, value]) => {
    const text = Array.isArray(value) ? value.join('\n') : String(value)
    return [name.toLowerCase(), text] as const
  })
  return { status, headers: Object.fromEntries(entries), body: data }
}

/** Success by another number is success; which one is due is the contract's, and compared with it elsewhere. */
export function statedAs(
  { route: name, service }: { readonly route: string | undefined; readonly service: Service },
  answer: ReceivedResponse,
): ReceivedResponse {
  const route = name === undefined ? undefined : routeNamed(name, service)
  return route ? { ...answer, status: asPromised(route, answer.status) } : answer
}
