import type { Resource } from '#contract/access'
import type { RoutesAnswer } from '#contract/answers'
import { excerpt } from '#wire/excerpt'
import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** Something that was tried at an address of another's, and at one at which there is nothing. */
export interface Trespass {
  readonly asker: string
  readonly owner: string
  /** Completes "to … what is another's". */
  readonly verb: string
  readonly of: Resource
  readonly name: string
  /** What was answered, but for what differs each time. */
  readonly foreign: string
  readonly unknown: string
}

const REFUSED = /^\[(404|"error_message"),\{.*"error_code":"THREAD_NOT_FOUND"/

export interface Trespasses {
  readonly tries: readonly Trespass[]
  /** How often owners opened what is theirs, in the ways that only read. */
  readonly owners: { readonly opened: number; readonly tried: number }
}

export function foreignAnsweredAsUnknown(seen: Seen<Trespasses>): Check {
  const expected = "another's and what does not exist: both THREAD_NOT_FOUND, and just alike"
  return check('foreign-answered-as-unknown', expected, seen, ({ tries, owners }) => {
    const control = `their owners opened ${owners.opened} of ${owners.tried}`
    const pairs = new Set(tries.map(({ asker, owner }) => `${asker}, ${owner}`)).size
    const ways = new Set(tries.map(({ name }) => name)).size
    const odd = oddOnesIn(tries)
    const observed = odd ?? `${tries.length} tries: ${pairs} pairs of people, ${ways} ways, all refused alike`
    const holds = pairs > 0 && odd === undefined && owners.opened === owners.tried && owners.tried > 0
    const worst = tries.find(isOdd)
    return settle(holds, { observed, control, ...(worst ? { hint: compare(worst) } : {}) })
  })
}

/** What was answered otherwise than by a refusal, or otherwise than where there is nothing. */
export function oddOnesIn(tries: readonly Trespass[]): string | undefined {
  const [worst, ...more] = tries.filter(isOdd)
  if (!worst) return undefined
  return `${tell(worst)}${more.length > 0 ? ` (and ${more.length} more like it)` : ''}`
}

function isOdd({ foreign, unknown }: Trespass): boolean {
  return foreign !== unknown || !REFUSED.test(foreign)
}

function tell({ asker, owner, verb, of, name, foreign, unknown }: Trespass): string {
  const what = `${asker} tried to ${verb} a ${of} of ${owner}'s (${name})`
  return `${what}: ${excerpt(foreign, 160)}; where there is nothing: ${excerpt(unknown, 160)}`
}

/** The two answers, part by part where they differ. */
function compare({ foreign, unknown }: Trespass): string {
  const [one, other] = [foreign, unknown].map((text) => text.split(/(?<=,)(?=")/)) as [string[], string[]]
  const connections = Array.from({ length: Math.max(one.length, other.length) }, (_, index) =>
    one[index] === other[index] ? [] : [`- ${short(other[index])}`, `+ ${short(one[index])}`],
  )
  return `- where there is nothing, + what is another's\n${connections.flat().join('\n')}`
}

function short(part = ''): string {
  return excerpt(part, 160)
}

export function nothingHasChanged(seen: Seen<readonly { name: string; isUntouched: boolean }[]>): Check {
  return check('nothing-has-changed', "everybody's conversations and work as before", seen, (estates) => {
    const changed = estates.filter(({ isUntouched }) => !isUntouched).map(({ name }) => name)
    const observed =
      changed.length > 0 ? `changed: ${changed.join(', ')}` : `those of ${estates.length} people are`
    return settle(estates.length > 1 && changed.length === 0, { observed })
  })
}

/** What the platform publishes, and what is known here. */
export interface RouteLists {
  readonly published: RoutesAnswer
  readonly routes: readonly string[]
  readonly messages: readonly string[]
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace']

export function noAddressLeftOut(seen: Seen<RouteLists>): Check {
  return check(
    'no-address-left-out',
    'the routes and messages published are those tried',
    seen,
    ({ published, routes, messages }) => {
      const theirs = Object.entries(published.paths).flatMap(([path, methods]) =>
        METHODS.filter((method) => method in methods).map(
          (method) => `${method.toUpperCase()} ${path.replace(/\{[^}]+\}/g, '{id}')}`,
        ),
      )
      const said = published['x-live-client-messages']
      const odd = [
        ...theirs.filter((route) => !routes.includes(route)).map((route) => `${route} is not known here`),
        ...routes.filter((route) => !theirs.includes(route)).map((route) => `${route} is not published`),
        ...said.filter((type) => !messages.includes(type)).map((type) => `message ${type} is not known here`),
        ...messages.filter((type) => !said.includes(type)).map((type) => `message ${type} is not published`),
      ]
      const observed = odd.join('; ') || `${theirs.length} routes and ${said.length} types of message`
      return settle(theirs.length > 0 && said.length > 0 && odd.length === 0, { observed })
    },
  )
}
