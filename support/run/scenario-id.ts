import type { Pickle } from '@cucumber/messages'

const ID_TAG = /^@([A-Z]+-\d+)$/

/** The permanent id of a scenario, `AUTH-3`, by the tag that looks like one; undefined where there is none. */
export function taggedId({ tags }: Pick<Pickle, 'tags'>): string | undefined {
  return tags.map(({ name }) => ID_TAG.exec(name)?.[1]).find((id) => id !== undefined)
}

/** The permanent id of a scenario, else its name: there is always something to call it by. */
export function scenarioId(scenario: Pick<Pickle, 'tags' | 'name'>): string {
  return taggedId(scenario) ?? scenario.name
}
