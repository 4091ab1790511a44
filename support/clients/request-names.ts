import { randomBytes, randomUUID } from 'node:crypto'
import type { Service } from '#contract/services'

/** What has no name is named by whoever answers: one call in so many. */
const UNNAMED = 7
/** Whether a trace is recorded is nobody's business who only passes it on. */
const FLAGS = ['00', '01'] as const

/**
 * By what a call of the platform's is to be known: a name, unless it is one of a few, and always a trace of its caller's
 * (W3C Trace Context).
 *
 * @param recorded the trace that all calls belong to, where one is recorded
 */
export function namesOf(
  service: Service,
  number: number,
  recorded?: string,
): Readonly<Record<string, string>> {
  const name: Record<string, string> = number % UNNAMED === 0 ? {} : { 'x-request-id': randomUUID() }
  if (service === 'outside') return name
  const [trace, parent] = [randomBytes(16), randomBytes(8)].map((bytes) => bytes.toString('hex'))
  const flags = recorded === undefined ? FLAGS[number % 2 === 1 ? 0 : 1] : '01'
  return { ...name, traceparent: `00-${recorded ?? trace}-${parent}-${flags}` }
}
