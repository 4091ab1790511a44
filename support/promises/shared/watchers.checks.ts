import type { ObservedEvent } from '#contract/observed-run'
import { isSameId, namesSomebody } from '#contract/same-id'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'
import { groundedFaults, type QuestionAndAnswer } from './answers.checks.ts'

/** What one of several watchers was told while all were at it. */
export interface WatcherView {
  readonly name: string
  /** What she was told of her own run. */
  readonly own: readonly ObservedEvent[]
  /** What she was told that is not hers: `agent_started of <user id>`. */
  readonly foreign: readonly string[]
  /** Whether her connection answered when all was over. */
  readonly fence: boolean
}

/** The same, with what she had asked. */
export interface AnsweredWatcher extends WatcherView {
  readonly exchange: QuestionAndAnswer
}

/** Each of several watchers was answered, and told of her own run and of nothing else. */
export function eachIsToldHerOwn(seen: Seen<readonly AnsweredWatcher[]>): Check {
  return check('each-is-told-her-own', 'each answered, and told of nothing else', seen, (views) => {
    const told = views.map((view) => ({ ...view, troubles: troublesOf(view) }))
    const observed = told
      .map(({ name, own, troubles }) => `${name}: ${own.length} words, ${troubles.join(', ') || 'all hers'}`)
      .join('; ')
    const holds = told.every(({ own, troubles }) => own.length > 0 && troubles.length === 0)
    return settle(views.length > 1 && holds, { observed })
  })
}

function troublesOf({ exchange, foreign, fence }: AnsweredWatcher): string[] {
  const [first] = foreign
  return [
    ...groundedFaults(exchange.question, exchange.ending),
    ...(first === undefined ? [] : [`told ${foreign.length} words that are not hers, like ${first}`]),
    ...(fence ? [] : ['her line is mute']),
  ]
}

/** Who was welcomed on a connection, and whose token opened it. */
export interface Welcome {
  readonly name: string
  readonly greetedAs: string
  readonly subject: string
}

/**
 * Each was welcomed as the subject of her token, and no two as the same. Who is welcomed as another is, or as another
 * could be, has been given that one's identity.
 */
export function welcomedByToken(welcomes: Seen<readonly Welcome[]>): Check {
  const expected = 'each as the subject of her own pass, all different'
  return check('welcomed-by-the-pass', expected, welcomes, (all) => {
    const odd = all.filter(({ greetedAs, subject }) => !isSameId(greetedAs, subject))
    const people = new Set(all.map(({ greetedAs }) => greetedAs)).size
    const told = odd.map(({ name, greetedAs }) => `${name} was welcomed as ${greetedAs}`)
    const observed = told.join('; ') || `${people} people, each by her own pass`
    const holds = all.length > 1 && odd.length === 0 && people === all.length
    return settle(holds, { observed, leak: all.some((one) => isTakenForAnother(one, all)) })
  })
}

function isTakenForAnother(one: Welcome, all: readonly Welcome[]): boolean {
  const others = all
    .filter((other) => other !== one)
    .flatMap(({ greetedAs, subject }) => [greetedAs, subject])
  return namesSomebody(one.greetedAs) && others.some((id) => isSameId(id, one.greetedAs))
}
