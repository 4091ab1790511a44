import { randomBytes } from 'node:crypto'
import { StepTooEarly } from '#errors/feature-fault'
import { Person, type PersonContext } from './person.ts'

/** The people that scenarios are about. A name that is not here is a misspelling, not a new person. */
export const CAST = ['Asha', 'Bram', 'Chidi', 'Mallory'] as const
/** A name of the cast. */
export type CastName = (typeof CAST)[number]

/** Numbered people, where it does not matter who they are. */
export type Crowd = readonly [Person, Person, ...Person[]]

/** Somebody who has nothing to do with any scenario, and in whose life nothing may change. */
const BYSTANDER = 'Noor'

/** The people of one scenario. The same name is the same person all scenario long. */
export class Cast {
  readonly #people = new Map<string, Person>()
  readonly #crowd: Person[] = []
  readonly #surroundings: PersonContext
  readonly #markers: string

  /** @param scenario stands in every marker, e.g. `r3k9-0-auth1` */
  constructor(scenario: string, surroundings: PersonContext) {
    this.#markers = scenario
    this.#surroundings = surroundings
  }

  get people(): readonly Person[] {
    return [...this.#people.values()]
  }

  person(name: CastName): Person {
    return this.#find(name)
  }

  /** Numbered people: as many as there are to be, and the same ones when it is asked again. */
  gather(count: number): Crowd {
    for (let number = this.#crowd.length + 1; number <= count; number++) {
      this.#crowd.push(this.#find(`User ${number}`))
    }
    return crowdOf(this.#crowd.slice(0, count))
  }

  /** Everybody who was gathered. */
  get crowd(): Crowd {
    return crowdOf(this.#crowd)
  }

  get bystander(): Person {
    return this.#find(BYSTANDER)
  }

  #find(name: string): Person {
    const known = this.#people.get(name)
    if (known) return known
    const marker = `${name.toLowerCase().replace(' ', '')}-${this.#markers}-${randomBytes(6).toString('hex')}`
    const person = new Person(name, marker, `Pw-${randomBytes(9).toString('hex')}`, this.#surroundings)
    this.#people.set(name, person)
    return person
  }
}

function crowdOf([first, second, ...others]: readonly Person[]): Crowd {
  if (!first || !second) throw new StepTooEarly('a crowd of {crowd}')
  return [first, second, ...others]
}
