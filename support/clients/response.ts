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
