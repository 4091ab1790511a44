import type { z } from 'zod'

/** Where an answer or a frame is not what it has to be, first of all: `user_id: expected string, received undefined`. */
export function schemaErrorIn({ issues: [issue] }: z.ZodError): string {
  return `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'malformed'}`
}
