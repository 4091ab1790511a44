import type { ObservedEvent } from '#contract/observed-run'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** What one of several watchers was told while all were at it. */
export interface WatcherView {
  readonly name: string
  /** Whether her own question was answered as it has to be, and what is wrong if not. */
  readonly faults: readonly string[]
  /** What she was told of her own work. */
  readonly own: readonly ObservedEvent[]
  /** What she was told that is not hers. */
  readonly foreign: readonly string[]
  /** Whether her line answered when all was over. */
  readonly fence: boolean
}

export function eachIsToldHerOwn(seen: Seen<readonly WatcherView[]>): Check {
  return check('each-is-told-her-own', 'each answered, and told of nothing else', seen, (views) => {
    const told = views.map(({ name, own, faults, foreign, fence }) => {
      const troubles = [
        ...faults,
        ...(foreign[0] === undefined
          ? []
          : [`told ${foreign.length} words that are not hers, like ${foreign[0]}`]),
        ...(fence ? [] : ['her line is mute']),
      ]
      return { name, count: own.length, troubles }
    })
    const observed = told
      .map(({ name, count, troubles }) => `${name}: ${count} words, ${troubles.join(', ') || 'all hers'}`)
      .join('; ')
    const holds = told.every(({ count, troubles }) => count > 0 && troubles.length === 0)
    return settle(views.length > 1 && holds, { observed })
  })
}

/** Who was welcomed on a line, and whose pass opened it. */
export interface Welcome {
  readonly name: string
  readonly greetedAs: string
  readonly subject: string
}

export function welcomedByToken(welcomes: Seen<readonly Welcome[]>): Check {
  return check(
    'welcomed-by-the-pass',
    'each as the subject of her own pass, all different',
    welcomes,
    (all) => {
      const odd = all.filter(({ greetedAs, subject }) => greetedAs !== subject)
      const people = new Set(all.map(({ greetedAs }) => greetedAs)).size
      const told = odd.map(({ name, greetedAs }) => `${name} was welcomed as ${greetedAs}`)
      const observed = told.join('; ') || `${people} people, each by her own pass`
      return settle(all.length > 1 && odd.length === 0 && people === all.length, { observed })
    },
  )
}
