import { randomBytes, randomUUID } from 'node:crypto'
import type { Service } from '#contract/services'

/** What has no name is named by whoever answers: one call in so many. */
const UNNAMED = 7
/** Whether a trace is recorded is nobody's business who only passes it on. */
const FLAGS = ['00', '01'] as const

/**
 * By what a call is to be known: a name, unless it is one of a few, and every other call of the backend belongs to a
 * trace of its caller's (W3C Trace Context).
 */
export function namesOf(service: Service, number: number): Readonly<Record<string, string>> {
  const name: Record<string, string> = number % UNNAMED === 0 ? {} : { 'x-request-id': randomUUID() }
  if (service !== 'backend' || number % 2 === 0) return name
  const [trace, parent] = [randomBytes(16), randomBytes(8)].map((bytes) => bytes.toString('hex'))
  const flags = FLAGS[number % 4 === 1 ? 0 : 1]
  return { ...name, traceparent: `00-${trace}-${parent}-${flags}` }
}
