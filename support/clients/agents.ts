import { Agent as PlainAgent } from 'node:http'
import { Agent as SecureAgent, type AgentOptions } from 'node:https'
import type { Network } from '#target/network'

/** Those who hold the connections to a target, by protocol. */
export interface Agents {
  readonly httpAgent: PlainAgent
  readonly httpsAgent: SecureAgent
}

/** @param more how connections are kept */
export function createAgents(network: Network | undefined, more: AgentOptions = {}): Agents {
  const options = { ...more, ...routeOf(network) }
  return { httpAgent: new PlainAgent(options), httpsAgent: new SecureAgent(options) }
}

/** The agent of one live connection; undefined where it needs none of its own. */
export function agentOf(network: Network | undefined, url: string): PlainAgent | undefined {
  if (!network?.proxyEnv && !network?.ca) return undefined
  const { httpAgent, httpsAgent } = createAgents(network)
  return url.startsWith('wss:') ? httpsAgent : httpAgent
}

function routeOf(network: Network | undefined): AgentOptions {
  const { proxyEnv, ca } = network ?? {}
  return { ...(proxyEnv ? { proxyEnv } : {}), ...(ca ? { ca: [...ca] } : {}) }
}
