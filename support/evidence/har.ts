import type { Exchange, ReceivedResponse, SentRequest } from '#wire/exchange'
import { redactHeaders, redactText, redactUrl } from './redaction.ts'

/** In whose name a token speaks by right: an id. */
export type SubjectOf = (token: string) => string | undefined

/**
 * HTTP exchanges as an HTTP Archive 1.2, redacted. What begins with `_` is ours: what is needed to judge them again;
 * `_at` is on the clock of the frames.
 */
export function toHar(
  exchanges: readonly Exchange[],
  startedAt: Date,
  subjectOf: SubjectOf = () => undefined,
): object {
  return {
    log: {
      version: '1.2',
      creator: { name: 'netra-acceptance-suite', version: '1' },
      entries: exchanges.map((exchange) => ({
        ...toEntry(exchange, startedAt),
        ...toJudgeAgain(exchange, subjectOf),
      })),
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

function toJudgeAgain({ service, route, trouble, request }: Exchange, subjectOf: SubjectOf): object {
  const _subject = subjectOf(request.headers['authorization'] ?? request.body ?? '')
  return { _service: service, _route: route, _trouble: trouble, _subject }
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
