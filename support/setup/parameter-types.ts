import { defineParameterType } from '@cucumber/cucumber'
import { CAST, type CastName, type Crowd } from '#world/cast'
import type { PlatformWorld } from '#world/platform-world'

const ORDINALS = ['first', 'second', 'third']

/** `second` is 1: an index. */
defineParameterType({
  name: 'ordinal',
  regexp: new RegExp(ORDINALS.join('|')),
  transformer: (word: string) => ORDINALS.indexOf(word),
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
function gather({ scenario }: PlatformWorld, words: string, said: number | undefined): Crowd {
  if (said !== undefined) scenario.notes.push(`${said} people took part, in place of ${words}`)
  return scenario.cast.gather(said ?? parseInt(words))
}
