import { defineParameterType } from '@cucumber/cucumber'
import { atPlace } from '#errors/feature-fault'
import type { Duration } from '#waiting/duration'
import { COUNT, DURATION, PEOPLE, readCount, readDuration, readPeople } from '#world/amounts'
import { CAST, type CastName, type Crowd } from '#world/cast'
import type { PlatformWorld } from '#world/platform-world'

const ORDINALS = ['first', 'second', 'third']

/** `second` is 1: an index. */
defineParameterType({
  name: 'ordinal',
  regexp: new RegExp(ORDINALS.join('|')),
  transformer: (word: string) => ORDINALS.indexOf(word),
})

/** `10` or `ten`: how many; at least one. */
defineParameterType({
  name: 'count',
  regexp: COUNT,
  transformer(this: PlatformWorld, word: string): number {
    return atPlace(this.place, () => readCount(word))
  },
})

/** `2 seconds`, `ten minutes`: a length of time. */
defineParameterType({
  name: 'duration',
  regexp: DURATION,
  transformer(this: PlatformWorld, amount: string, unit: string): Duration {
    return atPlace(this.place, () => readDuration(amount, unit))
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
  regexp: PEOPLE,
  transformer(this: PlatformWorld, words: string) {
    return gather(this, words, this.scenario.crowds.isolation)
  },
})

/** So many people, or as many as `LOAD_USERS` says. */
defineParameterType({
  name: 'crowd',
  regexp: PEOPLE,
  transformer(this: PlatformWorld, words: string) {
    return gather(this, words, this.scenario.crowds.load)
  },
})

/** @param said how many there are to be in place of what the feature says */
function gather({ place, scenario }: PlatformWorld, words: string, said: number | undefined): Crowd {
  const count = atPlace(place, () => readPeople(words))
  if (said !== undefined) scenario.notes.push(`${said} people took part, in place of ${words}`)
  return scenario.cast.gather(said ?? count)
}
