import { describe, it } from 'node:test'
import { expect } from 'chai'
import { z } from 'zod'
import { ServerFrame } from './frames.ts'
import { Id, isTold } from './leaves.ts'
import { read } from './reading.ts'
import { ROUTES } from './routes.ts'

const PATHS = { '/health': { get: {} } }

type Keys = readonly (string | number)[]

/** Every body and every frame of the contract, once. */
const BODIES: readonly (readonly [string, z.ZodType])[] = [
  ...Object.entries(ROUTES).flatMap(([name, { answers }]) =>
    Object.entries(answers).flatMap(([status, schema]) =>
      schema ? kindsOf(schema).map((kind, index) => [`${name} ${status} #${index}`, kind] as const) : [],
    ),
  ),
  ...ServerFrame.options.map((schema) => [`frame ${schema.shape.type.value}`, schema] as const),
]

describe('Every field of every body and frame', () => {
  for (const [name, schema] of BODIES) {
    const good = sampleOf(schema)
    const fields = fieldsOf(schema)

    it(`of ${name}: what differs in one is one finding, and the others are read`, () => {
      expect(read(schema, good).misfits, 'the sample').to.deep.equal([])
      for (const [keys, leaf] of fields) {
        for (const value of oddValues(leaf)) {
          const { data, misfits } = read(schema, changed(good, keys, value))
          const what = `${keys.join('.')} = ${JSON.stringify(value)}`
          expect(misfits, what).to.have.length(1)
          expect(misfits[0]?.path, what).to.equal(pathOf(keys))
          const isNothing = value === undefined && leaf instanceof z.ZodNullable
          const isOnlyTold = isNothing || (isTold(leaf) && (value === undefined || value === null))
          expect(misfits[0]?.weight === 'differs', what).to.equal(isOnlyTold || isMeant(leaf, value))
          expect(data, what).to.be.an('object')
          expect(othersOf(data, keys), what).to.deep.equal(othersOf(good, keys))
        }
      }
    })

    it(`of ${name}: what is said besides is nobody's concern`, () => {
      expect(read(schema, { ...(good as object), more: { of: ['it'] } }).misfits).to.deep.equal([])
    })
  }
})

/** A body that may be one thing or another is looked at as each. */
function kindsOf(schema: z.ZodType): z.ZodType[] {
  return schema instanceof z.ZodDiscriminatedUnion ? (schema.options as z.ZodType[]) : [schema]
}

/** Something that fits. */
function sampleOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodObject)
    return Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [name, sampleOf(field as z.ZodType)]),
    )
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return sampleOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodArray) return [sampleOf(schema.element as z.ZodType)]
  if (schema instanceof z.ZodDiscriminatedUnion) return sampleOf(schema.options[0] as z.ZodType)
  const tries = ['2026-01-02T03:04:05.000Z', '3.1.0', 'some text', 7, true, PATHS, ...literalsOf(schema)]
  return tries.find((value) => schema.safeParse(value).success)
}

function literalsOf(schema: z.ZodType): unknown[] {
  if (schema instanceof z.ZodEnum) return [...schema.options]
  return schema instanceof z.ZodLiteral ? [...schema.values] : []
}

/** Every leaf, and by which keys it is found. A kind is told by its discriminator: that is no leaf. */
function fieldsOf(schema: z.ZodType, keys: Keys = []): (readonly [Keys, z.ZodType])[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, field]) =>
      name === 'type' || name === 'valid' ? [] : fieldsOf(field as z.ZodType, [...keys, name]),
    )
  if (schema instanceof z.ZodArray) {
    const { element } = schema as z.ZodArray<z.ZodType>
    return element instanceof z.ZodObject ? fieldsOf(element, [...keys, 0]) : [[keys, schema]]
  }
  return schema instanceof z.ZodDiscriminatedUnion ? [] : [[keys, schema]]
}

/** Left out, null, another type: all that does not fit. */
function oddValues(leaf: z.ZodType): unknown[] {
  return [undefined, null, { odd: 1 }, 7, 'odd', true].filter(
    (value) => !leaf.safeParse(value).success || (isTold(leaf) && value === undefined),
  )
}

/** What is meant can be told from another way of writing it. */
function isMeant(leaf: z.ZodType, value: unknown): boolean {
  const inner = leaf instanceof z.ZodNullable || leaf instanceof z.ZodOptional ? leaf.unwrap() : leaf
  return typeof value === 'number' && (inner === Id || inner instanceof z.ZodISODateTime)
}

function changed(value: unknown, [key, ...rest]: Keys, to: unknown): unknown {
  if (key === undefined) return to
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (index === key ? changed(item, rest, to) : item))
  const fields = value as Record<string, unknown>
  return { ...fields, [key]: changed(fields[key], rest, to) }
}

function othersOf(value: unknown, keys: Keys): unknown {
  return JSON.parse(JSON.stringify(changed(value, keys, undefined)))
}

function pathOf(keys: Keys): string {
  return keys.reduce<string>(
    (path, key) => (typeof key === 'number' ? `${path}[]` : path ? `${path}.${key}` : key),
    '',
  )
}
