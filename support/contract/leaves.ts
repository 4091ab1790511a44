import { z } from 'zod'

/** An id of anything. */
export const Id = z.string().min(1)
/** A moment, as the platform writes it in an answer. */
export const Timestamp = z.iso.datetime({ offset: true })

/** Whatever it is: something has to stand there. */
export const Something = z.custom<unknown>((value) => value !== undefined)

const TOLD = new WeakSet<z.ZodType>()

/**
 * A field that nobody needs to go on: a telling, and no key to anything. Left out, or null, it is missing, and that
 * only differs; a wrong value breaks what is promised. Whoever reads it may find it undefined.
 */
export function told<Schema extends z.ZodType>(schema: Schema): z.ZodOptional<Schema> {
  // To the parser it is no optional field: what is missing has to be noted.
  const leaf = schema.clone()
  TOLD.add(leaf)
  return leaf as unknown as z.ZodOptional<Schema>
}

/** Whether a field is only told. */
export function isTold(schema: z.ZodType): boolean {
  return TOLD.has(schema)
}

/** Whether nothing in it is more than told: left out as a whole, it is left out field by field. */
export function isAllTold(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && Object.values(schema.shape).every(isToldField)
}

function isToldField(schema: unknown): boolean {
  return isTold(schema as z.ZodType)
}

/** The word that is due, where it was given in other letters; undefined for anything else. */
export function literalIn({ values }: z.ZodLiteral, value: unknown): unknown {
  if (typeof value !== 'string') return undefined
  return [...values].find((due) => typeof due === 'string' && due.toLowerCase() === value.toLowerCase())
}
