import type { IncomingMessage, ServerResponse } from 'node:http'
import { request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { openDoor } from '@netra/local-stack/service-kit/door'
import { LineRelay, refuse, type PassingLine } from './line-relay.ts'
import type { RelayedAnswer, RelayedRequest, RelayedService, Saboteur } from './saboteur.ts'

/** Stands between a client and one service of the platform, at an address of its own. */
export interface Relay {
  readonly url: string
  /** The live lines that pass it now. */
  readonly lines: ReadonlySet<PassingLine>
  close(): Promise<void>
}

/** @param target of the service, `http://…` */
export async function openRelay(
  service: RelayedService,
  target: string,
  saboteur: Saboteur = {},
): Promise<Relay> {
  const door = await openDoor()
  const lines = new LineRelay(target.replace(/^http/, 'ws'), saboteur)
  door.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const asked = describe(service, request)
    const fate = saboteur.fate?.(asked) ?? 'passed'
    if (fate === 'reset') request.socket.resetAndDestroy()
    if (fate !== 'passed') return
    const instead = saboteur.instead?.(asked)
    if (instead) return respond(response, instead)
    const go = (): void => void pass(target, asked, request, response, saboteur)
    const late = saboteur.delay?.(asked) ?? 0
    if (late > 0) setTimeout(go, late)
    else go()
  })
  door.server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const asked = describe(service, request)
    const fate = saboteur.fate?.(asked) ?? 'passed'
    if (fate === 'reset') request.socket.resetAndDestroy()
    if (fate !== 'passed') return
    const instead = saboteur.instead?.(asked)
    if (instead) return refuse(socket, instead.status, instead.headers)
    const go = (): void => lines.pass(request, socket, head)
    const late = saboteur.delay?.(asked) ?? 0
    if (late > 0) setTimeout(go, late)
    else go()
  })
  return {
    url: door.url,
    lines: lines.lines,
    close: async () => {
      lines.close()
      await door.close()
    },
  }
}

function describe(
  service: RelayedService,
  { method = '', url = '', headers }: IncomingMessage,
): RelayedRequest {
  return { service, method, path: url, headers }
}

async function pass(
  target: string,
  asked: RelayedRequest,
  request: IncomingMessage,
  response: ServerResponse,
  saboteur: Saboteur,
): Promise<void> {
  try {
    const answer = await forward(target, request, saboteur.ask)
    respond(response, saboteur.answer?.(answer, asked) ?? answer)
  } catch {
    // What the service leaves unanswered stays unanswered.
    request.socket.destroy()
  }
}

function respond(response: ServerResponse, { status, headers, body }: RelayedAnswer): void {
  const sent = headers['content-encoding'] === 'gzip' ? gzipSync(body) : Buffer.from(body)
  const length = String(sent.length)
  response.writeHead(status, { ...(headers as Record<string, string>), 'content-length': length }).end(sent)
}

/** They belong to one connection, not to the answer. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding']

async function forward(
  target: string,
  request: IncomingMessage,
  ask: Saboteur['ask'],
): Promise<RelayedAnswer> {
  const { method } = request
  const headers = { ...request.headers }
  const said = ask?.(await text(request))
  // What is changed on the way is as long as it then is.
  if (said) headers['content-length'] = String(Buffer.byteLength(said))
  const received = Promise.withResolvers<IncomingMessage>()
  const outgoing = httpRequest(
    new URL(ask?.(request.url ?? '') ?? request.url ?? '', target),
    { method, headers },
    received.resolve,
  )
  outgoing.once('error', received.reject)
  if (said !== undefined) outgoing.end(said)
  else request.pipe(outgoing)
  const answer = await received.promise
  const body = await text(answer)
  const kept = Object.entries(answer.headers).filter(([name]) => !HOP_BY_HOP.includes(name))
  const status = answer.statusCode ?? 502
  return { status, headers: Object.fromEntries(kept) as RelayedAnswer['headers'], body }
}
