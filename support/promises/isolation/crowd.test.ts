import { describe, it } from 'node:test'
import { expect } from 'chai'
import { Answer } from '#clients/answer'
import type { AuthenticatedUserContext } from '#clients/authentication'
import type { Session } from '#clients/session'
import { beginScenario } from '#testing/world'
import type { Person } from '#world/person'
import { neighboursIn, newcomers, pairsOf, readSelves, tryEachOther, type Pair } from './crowd.ts'

const crowdOf = (count: number): readonly Person[] => beginScenario('ISO-1').scenario.cast.gather(count)
const names = (pairs: readonly Pair[]): string[] =>
  pairs.map(({ asker, owner }) => `${asker.name} > ${owner.name}`)

describe('Pairs of people', () => {
  for (const count of [2, 3, 5, 8]) {
    it(`are every ordered pair of ${count}, each once, nobody with herself`, () => {
      const people = crowdOf(count)
      const wanted = people.flatMap((asker) =>
        people.filter((owner) => owner !== asker).map((owner) => `${asker.name} > ${owner.name}`),
      )
      expect(names(pairsOf(people)))
        .to.have.members(wanted)
        .and.to.have.length(wanted.length)
    })
  }

  it('are each with the next seven among more than eight: everybody tries, and everybody is tried', () => {
    for (const count of [9, 20]) {
      const people = crowdOf(count)
      const pairs = pairsOf(people)
      expect(new Set(names(pairs))).to.have.property('size', count * 7)
      for (const person of people) {
        expect(pairs.filter(({ asker }) => asker === person)).to.have.length(7)
        expect(pairs.filter(({ owner }) => owner === person)).to.have.length(7)
      }
      expect(pairs.filter(({ asker, owner }) => asker === owner)).to.deep.equal([])
    }
  })

  it('are the next ones first, and around the end', () => {
    const [first] = names(pairsOf(crowdOf(9)))
    expect(first).to.equal('User 1 > User 2')
    expect(names(pairsOf(crowdOf(9))).slice(-7)).to.deep.equal(
      [1, 2, 3, 4, 5, 6, 7].map((number) => `User 9 > User ${number}`),
    )
  })

  it('are none where nobody else is', () => {
    expect(pairsOf(crowdOf(2).slice(1))).to.deep.equal([])
    expect(pairsOf([])).to.deep.equal([])
  })
})

describe('Neighbours', () => {
  it('are each with the next one, and the last with the first: everybody tries and is tried once', () => {
    expect(names(neighboursIn(crowdOf(2)))).to.deep.equal(['User 1 > User 2', 'User 2 > User 1'])
    const around = ['User 1 > User 2', 'User 2 > User 3', 'User 3 > User 1']
    expect(names(neighboursIn(crowdOf(3)))).to.deep.equal(around)
    expect(neighboursIn([])).to.deep.equal([])
  })
})

/** Signs somebody in with a session that says this; the platform is not asked. */
function enter(person: Person, email: string, refreshToken?: string): void {
  const id = person.name.at(-1) ?? ''
  const claims = { sub: `s-${id}`, jti: `j-${id}`, email }
  const session = { accessToken: `a-${id}`, refreshToken, claims } as unknown as Session
  const context = { session, userId: claims.sub, email, threadId: `t-${id}` }
  person.adopt(person.device, context as unknown as AuthenticatedUserContext)
}

describe('Newcomers', () => {
  it('are who their pass says, with what they were given', () => {
    const [one, two] = crowdOf(2) as [Person, Person]
    enter(one, one.registration.email, 'r-1')
    enter(two, one.registration.email)
    const address = one.registration.email
    expect(newcomers([one, two])).to.deep.equal([
      {
        name: 'User 1',
        address,
        named: address,
        given: { subject: 's-1', session: 'j-1', access: 'a-1', refresh: 'r-1' },
        lacks: [],
      },
      {
        name: 'User 2',
        address: two.registration.email,
        named: address,
        given: { subject: 's-2', session: 'j-2', access: 'a-2', refresh: '' },
        lacks: [],
      },
    ])
  })
})

describe('People who read what they are', () => {
  /** What the platform tells the second of two people, instead of the truth. */
  interface Told {
    readonly me?: object
    readonly profile?: object
    readonly threads?: readonly string[]
  }

  /** Whether each read was about its reader, by what was read. */
  async function read(told: Told): Promise<string[]> {
    const people = crowdOf(2)
    for (const [index, person] of people.entries()) {
      enter(person, person.registration.email)
      const own = { user_id: `s-${index + 1}`, email: person.registration.email }
      const { me = {}, profile = {}, threads = [`t-${index + 1}`] } = index === 1 ? told : {}
      const pages = { threads: threads.map((id) => ({ id })), total: 1 }
      Object.assign(person.auth, { mustMe: () => Promise.resolve({ ...own, ...me }) })
      Object.assign(person.device.backend, {
        mustProfile: () => Promise.resolve({ ...own, ...profile }),
        mustThreads: () => Promise.resolve(pages),
      })
    }
    const reads = await readSelves(people)
    expect(reads.map(({ name, what }) => `${name} ${what}`)).to.deep.equal(
      [1, 2].flatMap((number) =>
        ['account', 'profile', 'conversations'].map((what) => `User ${number} ${what}`),
      ),
    )
    return reads
      .filter(({ told: values, own }) => values.join() !== own.join())
      .map(({ name, what, told: values }) => `${name}'s ${what}: ${values.join(', ')}`)
  }

  it('are told of themselves in three ways', async () => {
    expect(await read({})).to.deep.equal([])
  })

  const odd: readonly (readonly [RegExp, Told])[] = [
    [/^User 2's account: s-1, user2-/, { me: { user_id: 's-1' } }],
    [/^User 2's account: s-2, other@/, { me: { email: 'other@x' } }],
    [/^User 2's profile: s-1, user2-/, { profile: { user_id: 's-1' } }],
    [/^User 2's profile: s-2, other@/, { profile: { email: 'other@x' } }],
    [/^User 2's conversations: t-1$/, { threads: ['t-1'] }],
    [/^User 2's conversations: t-2, t-1$/, { threads: ['t-2', 't-1'] }],
    [/^User 2's conversations: $/, { threads: [] }],
  ]
  for (const [wanted, told] of odd) {
    it(`are found to be told of another: ${wanted.source}`, async () => {
      const found = await read(told)
      expect(found).to.have.length(1)
      expect(found[0]).to.match(wanted)
    })
  }
})

describe('People who try one another', () => {
  it('try every thread and profile but their own, and tell by which id what was shown', async () => {
    const people = crowdOf(2)
    for (const person of people) {
      enter(person, person.registration.email)
      const id = person.name.at(-1) ?? ''
      const answer = (status: number, body: object): Answer =>
        new Answer('it', { status, headers: {}, body: JSON.stringify(body) }, 1, 1)
      const profile = { user_id: `s-${id}`, email: 'a@x', name: 'A', plan: 'free' }
      Object.assign(person.http, { call: () => Promise.resolve(answer(200, profile)) })
      Object.assign(person.device.backend, {
        thread: (thread: string) => Promise.resolve(answer(thread === `t-${id}` ? 200 : 404, { id: thread })),
      })
    }
    const { intrusions, owners } = await tryEachOther(people)
    expect(owners).to.deep.equal([200, 200])
    const told = intrusions.map(({ what, status, askedFor, shown = '-', own = '-' }) =>
      [what, status, askedFor, shown, own].join(' '),
    )
    expect(told).to.deep.equal([
      "conversation of User 2's, by User 1 404 t-2 t-2 -",
      "conversation of User 1's, by User 2 404 t-1 t-1 -",
      ...Array<string>(3).fill("profile of User 2's, by User 1 200 s-2 s-1 s-1"),
      ...Array<string>(3).fill("profile of User 1's, by User 2 200 s-1 s-2 s-2"),
    ])
  })
})
