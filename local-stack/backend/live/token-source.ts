import type { IncomingHttpHeaders } from 'node:http'
import { bearerToken } from '#kit/bearer'

const TOKEN_PROTOCOL = /^jwt\.([\w-]+)$/

/** The token of a connection attempt: the header, or for browsers the subprotocol `jwt.<base64url>`. */
export function liveToken(headers: IncomingHttpHeaders): string | undefined {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
  const encoded = offered.map((protocol) => TOKEN_PROTOCOL.exec(protocol)?.[1]).find(Boolean)
  return bearerToken(headers) ?? (encoded && Buffer.from(encoded, 'base64url').toString('utf8'))
}
