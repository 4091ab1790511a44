import { RenewalAnswer } from '#contract/answers'
import { readWell } from '#contract/reading'
import type { Call, TokenClaims } from './call.ts'
import { isSameMoment, type Moments } from './moments.ts'
import { claimsAbout, OPENING, personIn, type ToldPerson } from './people.ts'
import { show, type Disputes } from './saying.ts'
import { Register, type Window } from './window.ts'

/** A token and what is stated beside it may be computed a moment apart. */
const GRAIN_SECONDS = 1

/** Judges what is told of people by what they came in with, and by their tokens. */
export class AccountsJudge {
  readonly #moments: Moments
  /** By person, the names that were given. */
  readonly #names = new Map<string, Register<string>>()
  /** By person, how they came in first. */
  readonly #ways = new Map<string, string>()
  /** By person, when they registered. */
  readonly #registered = new Map<string, Window>()
  /** By person and field, as it was told first. */
  readonly #first = new Map<string, { value: string; where: string }>()
  /** By the name of a token, where it was issued. */
  readonly #issued = new Map<string, string>()

  constructor(calls: readonly Call[], moments: Moments) {
    this.#moments = moments
    for (const call of calls) this.#noteNewcomer(call)
  }

  /** Judges an answer that tells of a person, if it is one. */
  judge(call: Call, disputes: Disputes): void {
    const claims = claimsAbout(call)
    const told = personIn(call)
    if (!claims) return
    this.#judgeIssue(call, claims, disputes)
    if (!told) return
    judgeIdentity(call, claims, told, disputes)
    this.#judgeName(call, claims.sub, told, disputes)
    this.#judgeAge(call, claims.sub, told, disputes)
    judgeWay(this.#ways.get(claims.sub), told, disputes)
    for (const [what, value] of Object.entries(told.lasting ?? {})) {
      if (value !== undefined) this.#judgeLasting(call, claims.sub, what, value, disputes)
    }
  }

  #noteNewcomer(call: Call): void {
    const { route, status, sent } = call
    const sub = OPENING.includes(route) && status === 200 ? claimsAbout(call)?.sub : undefined
    if (sub === undefined || route === 'login') return
    if (route === 'register') this.#registered.set(sub, call)
    this.#ways.set(sub, route === 'register' ? 'password' : 'simulation')
    const names = this.#names.get(sub) ?? new Register<string>()
    this.#names.set(sub, names)
    if (typeof sent['name'] === 'string') names.write(sent['name'], call)
  }

  #judgeIssue(call: Call, claims: TokenClaims, disputes: Disputes): void {
    const isIssue = OPENING.includes(call.route) || call.route === 'refresh'
    if (!isIssue || !readWell(RenewalAnswer, call.told).data) return
    const { sub, email, permissions, iat, jti = '' } = claims
    const at = new Date(iat * 1000).toISOString()
    const note = disputes.about('pass')
    if (!this.#moments.isWithin(at, call)) note('was issued', call, `it says at ${at}`)
    const namesake = this.#issued.get(jti)
    if (namesake !== undefined) note('has a name of its own', undefined, `it is named as that of ${namesake}`)
    if (jti !== '') this.#issued.set(jti, call.where)
    this.#judgeLasting(call, sub, 'address in the pass', email.trim().toLowerCase(), disputes)
    // Whoever comes by the side door may ask for fewer.
    if (call.route === 'testAuth') return
    this.#judgeLasting(call, sub, 'rights in the pass', permissions.toSorted().join(', '), disputes)
  }

  #judgeName(call: Call, sub: string, { name }: ToldPerson, disputes: Disputes): void {
    if (name === undefined) return
    const names = this.#names.get(sub)?.possibleAt(call) ?? []
    // Where none was given, it is the platform's to choose, once.
    if (names.length === 0) return this.#judgeLasting(call, sub, 'name', name, disputes)
    if (names.some(({ value }) => value.normalize() === name.normalize())) return
    const known = names.map(({ value }) => show(value)).join(' or ')
    disputes.about('name')(`is ${known}`, names.at(-1), `it is ${show(name)}`)
  }

  #judgeAge(call: Call, sub: string, { opened }: ToldPerson, disputes: Disputes): void {
    const window = this.#registered.get(sub)
    if (opened === undefined) return
    const note = disputes.about('account')
    if (window && !this.#moments.isWithin(opened, window)) {
      note('was opened', window, `dated ${opened}, ${this.#moments.distance(opened, window)},`)
    }
    const first = this.#first.get(`${sub} opened`)
    if (!first) this.#first.set(`${sub} opened`, { value: opened, where: call.where })
    else if (!isSameMoment(first.value, opened)) note(`is of ${first.value}`, first, `it is of ${opened}`)
  }

  #judgeLasting({ where }: Call, sub: string, what: string, value: string, disputes: Disputes): void {
    const first = this.#first.get(`${sub} ${what}`)
    if (!first) this.#first.set(`${sub} ${what}`, { value, where })
    else if (first.value !== value)
      disputes.about(what)(`is ${show(first.value)}`, first, `it is ${show(value)}`)
  }
}

/** Ways that have a name; what else a platform calls them is its own. */
const WAYS = ['password', 'simulation', 'google', 'github']

/** Whoever was seen to open an account came in as it says. */
function judgeWay(way: string | undefined, { lasting }: ToldPerson, disputes: Disputes): void {
  const seen = lasting?.['way of coming in']
  if (way === undefined || seen === undefined || seen === way || !WAYS.includes(seen)) return
  disputes.about('account')(`was opened by ${way}`, undefined, `it is said to be of ${seen}`)
}

/** Who somebody is, and what she may, is what her token says. */
function judgeIdentity(call: Call, claims: TokenClaims, told: ToldPerson, disputes: Disputes): void {
  const judge = (what: string, due: unknown, seen: unknown, isSame: boolean): void => {
    if (!isSame) disputes.about(what)(`is ${show(due)}`, undefined, `it is ${show(seen)}`)
  }
  const { id, email, permissions = claims.permissions, end } = told
  judge('id', claims.sub, id, id === claims.sub)
  judge('address', claims.email, email, isSameAddress(email, claims.email))
  const given = call.route === 'register' ? String(call.sent['email']) : email
  judge('address', given, email, isSameAddress(email, given))
  judge('rights', claims.permissions, permissions, isSameSet(permissions, claims.permissions))
  const due = new Date(claims.exp * 1000).toISOString()
  const isDue = end === undefined || Math.abs(Date.parse(end) / 1000 - claims.exp) <= GRAIN_SECONDS
  judge('end of the pass', due, end ?? '', isDue)
}

function isSameAddress(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.every((each) => other.includes(each)) && other.every((each) => one.includes(each))
}
