import { readFileSync } from 'node:fs'
import { getCACertificates } from 'node:tls'
import { z } from 'zod'
import { isLoopback } from './address.ts'
import { BadSettings, published, type Environment } from './environment.ts'
import { readSetting } from './setting.ts'

/** By which way this machine reaches a target. */
export interface Network {
  /** In Node's own words; undefined where no proxy is in use. */
  readonly proxyEnv: Readonly<Record<string, string>> | undefined
  /** Whom to trust, where that is more than Node trusts already. PEM. */
  readonly ca: readonly string[] | undefined
}

/** Straight, trusting whom Node trusts. */
export const DIRECT: Network = { proxyEnv: undefined, ca: undefined }

/** What is on this machine is never asked for at a proxy. */
const HERE = ['localhost', '127.0.0.1-127.255.255.255', '::1', '[::1]']
const Proxy = z.url({ protocol: /^https?$/ })

/**
 * `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY` (in small letters, too) and `NODE_EXTRA_CA_CERTS`, also where `.env` sets them.
 *
 * @param addresses of the target
 * @throws {BadSettings}
 */
export function readNetwork(environment: Environment, addresses: readonly string[]): Network {
  const isFar = addresses.some((address) => !isLoopback(new URL(address).hostname))
  const isSecure = addresses.some((address) => /^(https|wss):/.test(address))
  return {
    proxyEnv: isFar ? readProxies(environment) : undefined,
    ca: isSecure ? readAuthorities(environment['NODE_EXTRA_CA_CERTS'] || undefined) : undefined,
  }
}

/** Whether an address is reached by way of a proxy, as far as its protocol and its being near say so. */
export function isProxied({ proxyEnv }: Network, address: string): boolean {
  const { hostname, protocol } = new URL(address)
  const proxy = /^(https|wss):$/.test(protocol) ? proxyEnv?.['HTTPS_PROXY'] : proxyEnv?.['HTTP_PROXY']
  const except = (proxyEnv?.['NO_PROXY'] ?? '').split(',').map((name) => name.trim().replace(/^\*?\./, ''))
  const isExcepted = except.some((name) => name === '*' || hostname === name || hostname.endsWith(`.${name}`))
  return proxy !== undefined && !isLoopback(hostname) && !isExcepted
}

function readProxies(environment: Environment): Network['proxyEnv'] {
  const entries = ['HTTPS_PROXY', 'HTTP_PROXY'].flatMap((name) => {
    const given = environment[name.toLowerCase()] ? name.toLowerCase() : name
    const proxy = readSetting(environment, given, Proxy, 'it must look like http://proxy.example:3128')
    return proxy === undefined ? [] : [[name, proxy] as const]
  })
  if (entries.length === 0) return undefined
  const except = environment['no_proxy'] || environment['NO_PROXY']
  return { ...Object.fromEntries(entries), NO_PROXY: [...(except ? [except] : []), ...HERE].join(',') }
}

/** What the process was started with, Node has read already. */
function readAuthorities(file: string | undefined): Network['ca'] {
  if (file === undefined) return undefined
  try {
    const authorities = readFileSync(file, 'utf8')
    return published('NODE_EXTRA_CA_CERTS') === file
      ? undefined
      : [...getCACertificates('default'), authorities]
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new BadSettings(
      `NODE_EXTRA_CA_CERTS names ${file}, which cannot be read (${code}): correct it or unset it`,
    )
  }
}
