import { z } from 'zod'

/** Completes "`name` …" for a value that does not fit: `is missing`, `is a number where text is due`. */
export function describeMisfit(schema: z.ZodType, value: unknown): string {
  if (value === undefined) return 'is missing'
  if (value === null) return 'is null'
  if (value === '') return 'is empty'
  const [due, given] = [expectedBy(schema), kindOf(value)]
  if (due === given) return `is ${given}, and not as it has to be`
  return `is ${given} where ${due} is due`
}

/** In the words in which `kindOf` speaks of values. */
function expectedBy(schema: z.ZodType): string {
  if (schema instanceof z.ZodLiteral)
    return [...schema.values].map((value) => JSON.stringify(value)).join(' or ')
  if (schema instanceof z.ZodEnum) return `one of ${schema.options.join(', ')}`
  if (schema instanceof z.ZodISODateTime) return 'a time'
  if (schema instanceof z.ZodString) return 'text'
  if (schema instanceof z.ZodNumber) return 'a number'
  if (schema instanceof z.ZodBoolean) return 'true or false'
  if (schema instanceof z.ZodArray) return 'a list'
  if (schema instanceof z.ZodDiscriminatedUnion) return `one of ${kindsOf(schema).join(', ')}`
  return schema instanceof z.ZodObject || schema instanceof z.ZodRecord ? 'an object' : 'something else'
}

function kindsOf({ options, def: { discriminator } }: z.ZodDiscriminatedUnion): string[] {
  return (options as z.ZodObject[]).map(({ shape }) => expectedBy(shape[discriminator] as z.ZodType))
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'boolean') return String(value)
  return { string: 'text', number: 'a number', object: 'an object' }[typeof value as string] ?? typeof value
}
