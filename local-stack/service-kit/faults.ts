import type { FastifyError } from 'fastify'
import { z } from 'zod'
import { Refusal } from './refusal.ts'

/** What went wrong with a request, in terms that may leave the service. */
export interface Fault {
  readonly status: number
  readonly code: string
  readonly message: string
  readonly headers: Readonly<Record<string, string>>
}

/** Reduces whatever was thrown to what the caller may know; anything unforeseen becomes a bare 500. */
export function toFault(error: unknown): Fault {
  if (error instanceof Refusal) return error
  if (error instanceof z.ZodError) return fault(422, 'VALIDATION_ERROR', describeIssue(error))
  const { code = '', statusCode = 500 } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return fault(413, 'BODY_TOO_LARGE', 'Request body is too large')
  if (code.startsWith('FST_ERR_CTP_')) return fault(422, 'VALIDATION_ERROR', 'Request body must be JSON')
  if (statusCode < 500) return fault(statusCode, 'BAD_REQUEST', 'Request could not be understood')
  return fault(500, 'INTERNAL_ERROR', 'Internal error')
}

function fault(status: number, code: string, message: string): Fault {
  return { status, code, message, headers: {} }
}

/** The first thing that is wrong, as one sentence: `password: Invalid input: expected string`. */
export function describeIssue({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'malformed'}`
}
