import type { Envelope, PickleStep, Pickle } from '@cucumber/messages'
import { protectedBy } from '#verdict/business-value'

/** A promise: a scenario, by its permanent id. */
export interface Promised {
  readonly id: string
  readonly title: string
  readonly steps: readonly PickleStep[]
}

/** A feature, with what it is worth and what it promises. */
export interface Feature {
  readonly name: string
  /** Its path from the root. */
  readonly file: string
  readonly protects: string
  readonly promises: readonly Promised[]
}

const PERMANENT_ID = /^@[A-Z]+-\d+$/

/** The features, in the order of their files. @param messages of a dry run */
export function featuresIn(messages: readonly Envelope[]): Feature[] {
  const promises = messages.flatMap(({ pickle }) =>
    pickle ? [{ file: pickle.uri, ...promiseOf(pickle) }] : [],
  )
  const features = messages.flatMap(({ gherkinDocument }) => {
    const { uri: file = '', feature } = gherkinDocument ?? {}
    if (!feature) return []
    const protects = protectedBy(feature.description) ?? ''
    return [{ name: feature.name, file, protects, promises: promises.filter((each) => each.file === file) }]
  })
  return features.sort((one, other) => one.file.localeCompare(other.file))
}

function promiseOf({ tags, name, steps }: Pickle): Promised {
  const tag = tags.find((each) => PERMANENT_ID.test(each.name))
  return { id: tag?.name.slice(1) ?? '', title: name, steps }
}
