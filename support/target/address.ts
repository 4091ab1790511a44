import { z } from 'zod'

/** Where a service is. */
export const HttpAddress = addressOf(/^https?$/)
/** Where live connections are opened. */
export const LiveAddress = addressOf(/^wss?$/)

/** Netra's own hosts: what is not its staging there is its customers'. */
const NETRA = /(^|\.)netrasystems\.ai$/i
const STAGING = /(^|[.-])staging([.-]|$)/i
const PRODUCTION = /(^|[.-])prod(uction)?([.-]|$)/i

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** Whether a host is this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname)
}

/** Whether people depend on what is at an address: nothing is ever tried out there. */
export function isProduction(address: string): boolean {
  const { hostname } = new URL(address)
  return PRODUCTION.test(hostname) || (NETRA.test(hostname) && !STAGING.test(hostname))
}

/** One that can be called as it is. Whether there is a stroke at its end makes no difference. */
function addressOf(protocol: RegExp): z.ZodType<string, string> {
  return z
    .url({ protocol, error: 'it must be a whole address' })
    .refine(isPlain, 'it must be an address without a user name, a password or a query')
    .transform((text) => text.replace(/\/$/, ''))
}

function isPlain(text: string): boolean {
  const { username, password, search, hash } = URL.parse(text) ?? new URL('http://none.example')
  return username + password + search + hash === ''
}
