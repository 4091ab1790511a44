import { defineParameterType } from '@cucumber/cucumber'
import { milliseconds, type Duration } from '#waiting/duration'
import { CAST, type CastName, type Crowd } from '#world/cast'
import type { PlatformWorld } from '#world/platform-world'

const ORDINALS = ['first', 'second', 'third']
const COUNTS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const NUMBER = new RegExp(String.raw`\d+|${COUNTS.join('|')}`)
const UNITS: Readonly<Record<string, number>> = { millisecond: 1, second: 1_000, minute: 60_000 }
const FEWEST_PEOPLE = 2

/** `second` is 1: an index. */
defineParameterType({
  name: 'ordinal',
  regexp: new RegExp(ORDINALS.join('|')),
  transformer: (word: string) => ORDINALS.indexOf(word),
})

/** `10` or `ten`: how many; at least one. */
defineParameterType({
  name: 'count',
  regexp: NUMBER,
  transformer(this: PlatformWorld, word: string): number {
    const count = countIn(word)
    if (count > 0) return count
    throw this.fault(`${word} promises nothing: say 1 or more`)
  },
})

/** `2 seconds`, `ten minutes`: a length of time. */
defineParameterType({
  name: 'duration',
  regexp: new RegExp(String.raw`(${NUMBER.source}|\d+\.\d+) (${Object.keys(UNITS).join('|')})s?`),
  transformer(this: PlatformWorld, amount: string, unit: string): Duration {
    const ms = countIn(amount) * (UNITS[unit] ?? 0)
    if (ms > 0) return milliseconds(ms)
    throw this.fault(`${amount} ${unit}s are no time: say more`)
  },
})

/** A name of the cast is that person. */
defineParameterType({
  name: 'user',
  regexp: new RegExp(CAST.join('|')),
  transformer(this: PlatformWorld, name: string) {
    return this.person(name as CastName)
  },
})

/** So many people, or as many as `ISOLATION_USERS` says. */
defineParameterType({
  name: 'people',
  regexp: /\d+ people/,
  transformer(this: PlatformWorld, words: string) {
    return gather(this, words, this.scenario.crowds.isolation)
  },
})

/** So many people, or as many as `LOAD_USERS` says. */
defineParameterType({
  name: 'crowd',
  regexp: /\d+ people/,
  transformer(this: PlatformWorld, words: string) {
    return gather(this, words, this.scenario.crowds.load)
  },
})

/** @param said how many there are to be in place of what the feature says */
function gather(world: PlatformWorld, words: string, said: number | undefined): Crowd {
  const count = said ?? parseInt(words)
  if (count < FEWEST_PEOPLE)
    throw world.fault(`${words} cannot be mixed up with anybody: say ${FEWEST_PEOPLE} or more`)
  const { cast, notes } = world.scenario
  if (said !== undefined) notes.push(`${said} people took part, in place of ${words}`)
  return cast.gather(count)
}

function countIn(word: string): number {
  const place = COUNTS.indexOf(word)
  return place < 0 ? Number(word) : place
}
