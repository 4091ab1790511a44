import type { Exchange, ReceivedResponse, SentRequest } from '#wire/exchange'
import { redactHeaders, redactText, redactUrl } from './redaction.ts'

/** HTTP exchanges as an HTTP Archive 1.2, redacted; `_person`, `_number` and `_at`, on the clock of the frames, are ours. */
export function toHar(exchanges: readonly Exchange[], startedAt: Date): object {
  return {
    log: {
      version: '1.2',
      creator: { name: 'netra-acceptance-suite', version: '1' },
      entries: exchanges.map((exchange) => toEntry(exchange, startedAt)),
    },
  }
}

function toEntry(exchange: Exchange, startedAt: Date): object {
  const { number, person, request, response, failure, at, elapsedMs } = exchange
  const time = Math.round(elapsedMs * 10) / 10
  return {
    startedDateTime: new Date(startedAt.getTime() + at).toISOString(),
    time,
    request: toRequest(request),
    response: toResponse(response, failure?.code),
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    _number: number,
    _person: person,
    _at: Math.round(at),
  }
}

const UNKNOWN_SIZES = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1 }

function toRequest({ method, url, headers, body }: SentRequest): object {
  return {
    method,
    url: redactUrl(url),
    ...UNKNOWN_SIZES,
    headers: toPairs(redactHeaders(headers)),
    queryString: [],
    bodySize: body?.length ?? 0,
    ...(body === undefined ? {} : { postData: toContent(headers, body) }),
  }
}

function toResponse(response: ReceivedResponse | undefined, failure = ''): object {
  const { status, headers, body } = response ?? { status: 0, headers: {}, body: '' }
  return {
    status,
    statusText: failure,
    ...UNKNOWN_SIZES,
    headers: toPairs(redactHeaders(headers)),
    content: { size: body.length, ...toContent(headers, body) },
    redirectURL: redactUrl(headers['location'] ?? ''),
    bodySize: body.length,
  }
}

function toContent(
  headers: Readonly<Record<string, string>>,
  body: string,
): { mimeType: string; text: string } {
  return { mimeType: headers['content-type'] ?? '', text: redactText(body) }
}

function toPairs(headers: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(headers).map(([name, value]) => ({ name, value }))
}
