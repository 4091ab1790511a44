import { request } from 'node:https'
import type { TLSSocket } from 'node:tls'
import { createAgents } from '#clients/agents'
import type { Network } from '#target/network'

/** How a service's address is secured. */
export interface Certificate {
  /** `TLSv1.3` */
  readonly protocol: string
  /** Who vouches for it. */
  readonly issuer: string
  /** Its last day, in the certificate's own words. */
  readonly until: string
  /** Why it is not trusted here, if it is not. */
  readonly fault: string | undefined
}

/** Technical: a handshake takes no longer, or it does not come to pass. */
const LONGEST_MS = 5_000

/** Looks at the certificate of an address, trusted or not; nothing is sent but a look. @returns undefined without one */
export function lookAtCertificate(address: string, network: Network): Promise<Certificate | undefined> {
  if (!/^(https|wss):/.test(address)) return Promise.resolve(undefined)
  const { httpsAgent: agent } = createAgents(network, { rejectUnauthorized: false })
  return new Promise<Certificate | undefined>((resolve) => {
    const look = request(address.replace(/^wss:/, 'https:'), { agent, method: 'HEAD', timeout: LONGEST_MS })
    look.once('response', (response) => {
      resolve(read(response.socket as TLSSocket))
      response.destroy()
    })
    look.once('timeout', () => look.destroy())
    look.once('error', () => resolve(undefined))
    look.end()
  }).finally(() => agent.destroy())
}

function read(socket: TLSSocket): Certificate {
  const { issuer, valid_to: until } = socket.getPeerCertificate()
  const fault = socket.authorized ? undefined : String(socket.authorizationError)
  return {
    protocol: socket.getProtocol() ?? '',
    issuer: String(issuer.CN ?? issuer.O ?? 'nobody'),
    until,
    fault,
  }
}
