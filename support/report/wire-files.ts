import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJson } from '#contract/json'

const Headers = z.array(z.object({ name: z.string(), value: z.string() }))

const Har = z.object({
  log: z.object({
    entries: z.array(
      z.object({
        _number: z.number(),
        _at: z.number(),
        _person: z.string(),
        time: z.number(),
        request: z.object({
          method: z.string(),
          url: z.string(),
          headers: Headers,
          postData: z.object({ text: z.string() }).optional(),
        }),
        response: z.object({
          status: z.number(),
          statusText: z.string(),
          content: z.object({ text: z.string() }),
        }),
      }),
    ),
  }),
})

const Seen = { at: z.number(), connection: z.number(), person: z.string() }
const Line = z.union([
  z.object({ ...Seen, direction: z.enum(['sent', 'received']), frame: z.unknown() }),
  z.object({ ...Seen, ended: z.object({ code: z.number(), reason: z.string(), by: z.string() }) }),
])

interface Passed {
  /** Milliseconds since the scenario began. */
  readonly at: number
  readonly who: string
}

/** One call and what came of it, as the evidence has it: without secrets. */
export interface WireCall extends Passed {
  /** 1, 2, 3 … within the scenario, as checks name it. */
  readonly number: number
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** 0 where there was no answer; `failure` says why. */
  readonly status: number
  readonly failure: string | undefined
  readonly ms: number
  readonly answer: string
}

/** One message on a live connection, or its end. */
export interface WireMessage extends Passed {
  readonly line: number
  readonly way: 'sent' | 'received' | 'ended'
  readonly text: string
}

/** Everything that passed on the wire in one scenario, on one clock. @param folder of its evidence */
export function readWireFiles(folder: string): (WireCall | WireMessage)[] {
  const rows = [...readCalls(join(folder, 'exchanges.har')), ...readMessages(join(folder, 'frames.ndjson'))]
  return rows.toSorted((one, other) => one.at - other.at)
}

function readCalls(file: string): WireCall[] {
  if (!existsSync(file)) return []
  const har = Har.safeParse(parseJson(readFileSync(file, 'utf8'))).data
  return (har?.log.entries ?? []).map(
    ({ _number: number, _at: at, _person: who, time: ms, request, response }) => ({
      ...{ number, at, who, ms, method: request.method, url: request.url },
      headers: Object.fromEntries(request.headers.map(({ name, value }) => [name, value])),
      ...{ body: request.postData?.text, status: response.status },
      ...{ failure: response.statusText || undefined, answer: response.content.text },
    }),
  )
}

function readMessages(file: string): WireMessage[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.flatMap((text): WireMessage[] => {
    const line = Line.safeParse(parseJson(text)).data
    if (!line) return []
    const { at, person: who, connection } = line
    const passed = { at, who, line: connection }
    if (!('ended' in line)) return [{ ...passed, way: line.direction, text: JSON.stringify(line.frame) }]
    const { code, reason, by } = line.ended
    return [{ ...passed, way: 'ended', text: `${code} ${reason} by the ${by}`.replace('  ', ' ') }]
  })
}
