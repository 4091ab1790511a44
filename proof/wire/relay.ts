import type { IncomingMessage, ServerResponse } from 'node:http'
import { request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { openDoor } from '@netra/local-stack/service-kit/door'
import { LineRelay, type PassingLine } from './line-relay.ts'
import type { RelayedAnswer, RelayedRequest, RelayedService, Saboteur } from './saboteur.ts'

/** Stands between a client and one service of the platform, at an address of its own. */
export interface Relay {
  readonly url: string
  /** The live lines that pass it now. */
  readonly lines: ReadonlySet<PassingLine>
  close(): Promise<void>
}

/** @param target of the service, `http://…` @param pages origins of pages behind another relay */
export async function openRelay(
  service: RelayedService,
  target: string,
  saboteur: Saboteur = {},
  pages: Readonly<Record<string, string>> = {},
): Promise<Relay> {
  const door = await openDoor()
  const lines = new LineRelay(target.replace(/^http/, 'ws'), saboteur, pages)
  door.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const asked = describe(service, request)
    const fate = saboteur.fate?.(asked) ?? 'passed'
    if (fate === 'reset') request.socket.resetAndDestroy()
    if (fate === 'passed') void pass(target, asked, request, response, saboteur)
  })
  door.server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const fate = saboteur.fate?.(describe(service, request)) ?? 'passed'
    if (fate === 'reset') request.socket.resetAndDestroy()
    if (fate === 'passed') lines.pass(request, socket, head)
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
    const answer = await forward(target, request)
    const { status, headers, body } = saboteur.answer?.(answer, asked) ?? answer
    const length = String(Buffer.byteLength(body))
    response.writeHead(status, { ...(headers as Record<string, string>), 'content-length': length }).end(body)
  } catch {
    // What the service leaves unanswered stays unanswered.
    request.socket.destroy()
  }
}

/** They belong to one connection, not to the answer. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding']

async function forward(target: string, request: IncomingMessage): Promise<RelayedAnswer> {
  const { method, headers } = request
  const received = Promise.withResolvers<IncomingMessage>()
  const outgoing = httpRequest(new URL(request.url ?? '', target), { method, headers }, received.resolve)
  outgoing.once('error', received.reject)
  request.pipe(outgoing)
  const answer = await received.promise
  const body = await text(answer)
  const kept = Object.entries(answer.headers).filter(([name]) => !HOP_BY_HOP.includes(name))
  const status = answer.statusCode ?? 502
  return { status, headers: Object.fromEntries(kept) as RelayedAnswer['headers'], body }
}
