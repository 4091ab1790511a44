import { z } from 'zod'
import type { Weight } from './deviation.ts'
import { Id, isAllTold, isTold, literalIn } from './leaves.ts'
import { momentIn } from './moments.ts'
import { describeMisfit } from './misfit.ts'

/** Something in a body or a frame that is not what the contract has there. */
export interface Misfit {
  /** `user.name`, `threads[].title`; empty for the whole. */
  readonly path: string
  /** Completes "`name` …": `is missing`. */
  readonly what: string
  readonly weight: Weight
}

/** What can be read of a body, and what in it is not as the contract has it. */
export interface Reading<Value> {
  /** Missing when it cannot be read at all. */
  readonly data: Value | undefined
  readonly misfits: readonly Misfit[]
}

/** What becomes of a field that cannot be read, when somebody needs it. */
export type OnNeed = (misfit: Misfit) => never

/**
 * Reads a body by its schema as far as it fits, so that one field that does not costs only whoever needs it.
 *
 * @param onNeed without it, what cannot be read is undefined
 */
export function read<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  onNeed?: OnNeed,
): Reading<z.output<Schema>> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { data: parsed.data, misfits: [] }
  const misfits: Misfit[] = []
  const data = readAny(schema, value, '', { misfits, onNeed })
  return { data: (data === UNREADABLE ? undefined : data) as z.output<Schema> | undefined, misfits }
}

/** A body that keeps the contract, in whatever notation; no `data` where it breaks it. */
export function readWell<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): Partial<Pick<Reading<z.output<Schema>>, 'data'>> {
  const { data, misfits } = read(schema, value)
  return misfits.some(({ weight }) => weight === 'breaks') ? {} : { data }
}

const UNREADABLE = Symbol('unreadable')

interface Notes {
  readonly misfits: Misfit[]
  readonly onNeed: OnNeed | undefined
}

function readAny(schema: z.ZodType, value: unknown, path: string, notes: Notes): unknown {
  if (schema instanceof z.ZodOptional && value === undefined) return undefined
  if (schema instanceof z.ZodNullable && value === null) return null
  if (isTold(schema) && (value ?? undefined) === undefined) return untold(path, notes, undefined)
  // Whatever may stand there, something has to; left out, nothing is nothing.
  if (value === undefined && schema instanceof z.ZodNullable) return untold(path, notes, null)
  if (value === undefined && isAllTold(schema)) return untold(path, notes, {})
  if (value === undefined) return unreadable(schema, value, path, notes)
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return readAny(schema.unwrap() as z.ZodType, value, path, notes)
  if (schema instanceof z.ZodObject && isObject(value)) return readFields(schema, value, path, notes)
  if (schema instanceof z.ZodArray && Array.isArray(value)) return readItems(schema, value, path, notes)
  if (schema instanceof z.ZodDiscriminatedUnion && isObject(value)) {
    const { discriminator } = schema.def
    const kind = (schema.options as z.ZodObject[]).find(
      ({ shape }) => (shape[discriminator] as z.ZodType).safeParse(value[discriminator]).success,
    )
    if (kind) return readFields(kind, value, path, notes)
    return unreadable(schema, value[discriminator], join(path, discriminator), notes)
  }
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : readOtherwise(schema, value, path, notes)
}

/** What is meant can be told from another way of writing it. */
function readOtherwise(schema: z.ZodType, value: unknown, path: string, notes: Notes): unknown {
  const differs = (what: string): void => void notes.misfits.push({ path, what, weight: 'differs' })
  if (schema === Id && typeof value === 'number') {
    differs('is a number where text is due')
    return String(value)
  }
  const literal = schema instanceof z.ZodLiteral ? literalIn(schema, value) : undefined
  if (literal !== undefined) {
    differs(`is ${JSON.stringify(value)} where ${JSON.stringify(literal)} is due`)
    return literal
  }
  const moment = schema instanceof z.ZodISODateTime ? momentIn(value) : undefined
  if (moment === undefined) return unreadable(schema, value, path, notes)
  differs('is a time in another notation')
  return moment
}

/** Nobody needs it: who asks for it finds nothing, or what is as good. */
function untold<As>(path: string, { misfits }: Notes, as: As): As {
  misfits.push({ path, what: 'is missing', weight: 'differs' })
  return as
}

function unreadable(schema: z.ZodType, value: unknown, path: string, { misfits }: Notes): unknown {
  misfits.push({ path, what: describeMisfit(schema, value), weight: 'breaks' })
  return UNREADABLE
}

function readFields({ shape }: z.ZodObject, value: object, path: string, notes: Notes): object {
  const fields = Object.entries(shape).map(([name, schema]) => {
    const given = (value as Record<string, unknown>)[name]
    return [name, readAny(schema as z.ZodType, given, join(path, name), notes)] as const
  })
  return hold({}, fields, path, notes)
}

function readItems({ element }: z.ZodArray, items: unknown[], path: string, notes: Notes): object {
  const read = items.map((item) => readAny(element as z.ZodType, item, `${path}[]`, notes))
  return hold([], Object.entries(read), path, notes)
}

/** What cannot be read is not listed, and costs only whoever asks for it. */
function hold<Holder extends object>(
  holder: Holder,
  fields: readonly (readonly [string, unknown])[],
  path: string,
  { misfits, onNeed }: Notes,
): Holder {
  for (const [name, value] of fields) {
    if (value !== UNREADABLE) {
      if (value !== undefined) Object.assign(holder, { [name]: value })
      continue
    }
    const own = Array.isArray(holder) ? `${path}[]` : join(path, name)
    const misfit = misfits.find(({ path: at }) => at === own || at.startsWith(`${own}.`))
    if (onNeed && misfit) Object.defineProperty(holder, name, { get: () => onNeed(misfit) })
  }
  return holder
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`
}
