import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '#contract/json'
import { readFrame } from '#contract/frames'
import type { Exchange } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'

const Headers = z.array(z.object({ name: z.string(), value: z.string() }))
const Service = z.enum(['auth', 'backend', 'frontend', 'live', 'outside'])

const Entry = z.object({
  ...{ _at: z.number(), _number: z.number(), _person: z.string(), _service: Service, time: z.number() },
  ...{ _route: z.string().optional(), _subject: z.string().optional() },
  _trouble: z.object({ text: z.string(), isRepeated: z.boolean() }).optional(),
  request: z.object({
    ...{ method: z.string(), url: z.string(), headers: Headers },
    postData: z.object({ text: z.string() }).optional(),
  }),
  response: z.object({ status: z.number(), headers: Headers, content: z.object({ text: z.string() }) }),
})
const Har = z.object({ log: z.object({ entries: z.array(Entry) }) })

const Line = { connection: z.number(), person: z.string() }
const Message = z.union([
  z.object({ ...Line, opened: z.object({ subject: z.string().optional() }) }),
  z.object({ ...Line, at: z.number(), direction: z.enum(['sent', 'received']), frame: z.unknown() }),
  z.object({
    ...{ ...Line, at: z.number() },
    ended: z.object({
      ...{ code: z.number(), reason: z.string(), by: z.enum(['suite', 'platform']) },
      regainedAs: z.number().optional(),
    }),
  }),
])
type Kept = z.output<typeof Message>

/** In place of the token that is withheld: whose it was, in the tongue of `subjectIn`. */
const IN_THE_NAME_OF = 'in the name of '

/** Lets watches see once more what passed in a scenario, as far as it is kept. @param folder of its evidence */
export function replayWire(folder: string, watches: readonly WireObserver[]): void {
  const { data } = Har.safeParse(parseJson(read(folder, 'exchanges.har')))
  for (const entry of data?.log.entries ?? []) {
    const exchange = toExchange(entry)
    for (const watch of watches) watch.exchange?.(exchange)
  }
  for (const text of read(folder, 'frames.ndjson').split('\n').filter(Boolean)) {
    const { data: kept } = Message.safeParse(parseJson(text))
    if (kept) for (const watch of watches) show(watch, kept)
  }
}

/** In whose name somebody spoke whose token is withheld. */
export function subjectIn(token: string): string | undefined {
  return token.startsWith(IN_THE_NAME_OF) ? token.slice(IN_THE_NAME_OF.length) : undefined
}

function toExchange(entry: z.output<typeof Entry>): Exchange {
  const { _number: number, _person: person, _service: service, _route: route, _subject: subject } = entry
  const { request, response, _trouble: trouble, _at: at, time: elapsedMs } = entry
  const headers = toRecord(request.headers)
  if (subject !== undefined) headers['authorization'] = `${IN_THE_NAME_OF}${subject}`
  const answered = {
    status: response.status,
    headers: toRecord(response.headers),
    body: response.content.text,
  }
  return {
    ...{ number, person, service, route, trouble, at, elapsedMs },
    request: { method: request.method, url: request.url, headers, body: request.postData?.text },
    response: response.status === 0 ? undefined : answered,
  }
}

function toRecord(headers: z.output<typeof Headers>): Record<string, string> {
  return Object.fromEntries(headers.map(({ name, value }) => [name.toLowerCase(), value]))
}

function show(watch: WireObserver, kept: Kept): void {
  const { connection, person } = kept
  if ('opened' in kept) {
    const token = `${IN_THE_NAME_OF}${kept.opened.subject ?? 'nobody'}`
    return watch.opened?.({ connection, person, token })
  }
  const { at } = kept
  if ('ended' in kept) {
    const { by, ...ended } = kept.ended
    return watch.connectionEnd?.({ connection, person, ...ended, ours: by === 'suite', at })
  }
  const { direction, frame } = kept
  const text = typeof frame === 'string' ? frame : JSON.stringify(frame)
  const parsed = direction === 'received' ? { parsed: readFrame(text) } : {}
  watch.frame?.({ connection, person, direction, text, at, ...parsed })
}

function read(folder: string, name: string): string {
  const file = join(folder, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
