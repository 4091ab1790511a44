import type { Exchange } from '#wire/exchange'

/** What a test says of an exchange; the rest does not matter to it. */
export type Told = Partial<Omit<Exchange, 'response'>> & {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Asha's third exchange with the backend, unless told otherwise. */
export function exchange({ status = 200, headers = {}, body = '', ...told }: Told = {}): Exchange {
  return {
    number: 3,
    person: 'Asha',
    service: 'backend',
    request: { method: 'GET', url: 'https://api.example/api/threads?q=hidden', headers: {} },
    response: { status, headers, body },
    at: 0,
    elapsedMs: 1,
    ...told,
  }
}

/** The same, when nobody answers. */
export function unanswered(code: string, told: Told = {}): Exchange {
  return { ...exchange(told), response: undefined, failure: { code, message: `said by ${code}` } }
}
