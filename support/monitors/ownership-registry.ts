import { Decoder } from './decoding.ts'
import { distinctiveParts, MarkerIndex } from './marker-index.ts'

/** A word by which something of somebody's is known. */
export interface OwnedValue {
  readonly owner: string
  /** What was registered. */
  readonly value: string
  /** The value itself, or a distinctive part of it. */
  readonly word: string
}

/** Something that is somebody's, as it was registered. */
export interface RegisteredValue {
  readonly person: string
  readonly value: string
}

/** Who a word belongs to: markers, and the ids of what people made. */
export class OwnershipRegistry {
  readonly #known = new MarkerIndex<OwnedValue>()
  readonly #decoder = new Decoder()
  readonly #owners = new Set<string>()
  readonly #disputes: string[] = []
  readonly #registered: RegisteredValue[] = []

  /** Values that two people were given alike, which nobody may ever be. */
  get disputes(): readonly string[] {
    return this.#disputes
  }

  /** Everything that was registered, in order. */
  get registered(): readonly RegisteredValue[] {
    return this.#registered
  }

  /** Everybody who owns something, in the order in which it was registered. */
  get owners(): readonly string[] {
    return [...this.#owners]
  }

  /** Says that something is this person's, and what stands in it that is distinctive. */
  register(person: string, value: string): void {
    this.#owners.add(person)
    this.#registered.push({ person, value })
    for (const word of [value, ...distinctiveParts(value)]) {
      const known = this.#known.get(word)
      if (!known) this.#known.add({ owner: person, value, word })
      else if (known.owner !== person) {
        this.#disputes.push(`${value} was given to both ${known.owner} and ${person}`)
      }
    }
  }

  /** Whose a word is, if it is anybody's. */
  ownerOf(word: string): string | undefined {
    return this.#known.get(word)?.owner
  }

  /** What shows in a text, in whatever form, as often as it shows. Linear in the text's length. */
  shownIn(text: string): OwnedValue[] {
    const shown: OwnedValue[] = []
    for (const plain of this.#decoder.decodedFormsOf(text)) {
      this.#known.scan(plain, (owned) => shown.push(owned))
    }
    return shown
  }
}
