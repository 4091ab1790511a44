import { ByteReader, tableOf } from './byte-reader.ts'

/** Shorter words are too common to be known by. */
const SHORTEST_WORD = 8
/** A part of a word has to be longer still. */
const SHORTEST_PART = 10

const SEED = 17
const FACTOR = 0x01000193
const PLACES = 1 << 18
/** In four letters, the bits in which capitals and their small letters differ. */
const CASES = 0x20202020

/** What a character is to a word: nothing, a joint between its parts, or one of its letters. */
const OUTSIDE = 0
const JOINT = 1
const LETTER = 2
const KINDS = tableOf((character) => {
  if (/[-_]/.test(character)) return JOINT
  return /[a-z0-9]/i.test(character) ? LETTER : OUTSIDE
})

/** Parts of a value by which it is known even inside something longer: no word and no number is. */
export function distinctiveParts(value: string): string[] {
  return value
    .split(/[-_@.]/)
    .filter((part) => part.length >= SHORTEST_PART && /\D/.test(part) && /\d/.test(part))
}

interface Entry<Thing> {
  readonly thing: Thing
  readonly letters: DataView
}

/** Things by words. Whether letters are capitals does not matter. */
export class MarkerIndex<Thing extends { readonly word: string }> {
  readonly #characters = new ByteReader()
  /** By hash; things of the same hash stand behind each other. */
  readonly #entries = new Map<number, Entry<Thing>>()
  /** Whether there may be a word with such an end at all: for most words of a text there is none. */
  readonly #ends = new Uint8Array(PLACES)

  add(thing: Thing): void {
    const length = this.#read(thing.word)
    const { bytes, view } = this.#characters
    let hash = hashOf(view, 0, length)
    while (this.#entries.has(hash)) hash += 1
    this.#entries.set(hash, { thing, letters: new DataView(bytes.slice(0, length).buffer) })
    this.#ends[endOf(view, length)] = 1
  }

  get(word: string): Thing | undefined {
    return this.#find(0, this.#read(word))
  }

  /**
   * Tells of every word of a text that is known; of a word that is not, of its parts that are.
   * One pass by hand: a pattern would make a string of every word, and take several times as long.
   */
  scan(text: string, tell: (thing: Thing) => void): void {
    const length = this.#characters.read(text)
    const { bytes, view } = this.#characters
    let [word, part] = [0, 0]
    let parts: number[] = []
    for (let at = 0; at <= length; at += 1) {
      const kind = KINDS[bytes[at] ?? 0]
      if (kind === LETTER) continue
      if (at - part >= SHORTEST_PART && this.#ends[endOf(view, at)] === 1) parts.push(part, at)
      part = at + 1
      if (kind === JOINT) continue
      if (at - word >= SHORTEST_WORD && this.#ends[endOf(view, at)] === 1) this.#tellOf(word, at, parts, tell)
      else if (parts.length > 0) this.#tellOfParts(parts, tell)
      if (parts.length > 0) parts = []
      word = at + 1
    }
  }

  #tellOf(from: number, to: number, parts: readonly number[], tell: (thing: Thing) => void): void {
    const known = this.#find(from, to)
    if (known) tell(known)
    else this.#tellOfParts(parts, tell)
  }

  /** @param parts of each where it begins and where it ends */
  #tellOfParts(parts: readonly number[], tell: (thing: Thing) => void): void {
    for (let index = 0; index < parts.length; index += 2) {
      const known = this.#find(parts[index] ?? 0, parts[index + 1] ?? 0)
      if (known) tell(known)
    }
  }

  #find(from: number, to: number): Thing | undefined {
    const { view } = this.#characters
    for (let hash = hashOf(view, from, to); ; hash += 1) {
      const entry = this.#entries.get(hash)
      if (!entry || stands(entry.letters, view, from, to)) return entry?.thing
    }
  }

  /** What is filled up with blanks stands in no text: it can be looked up, and is not found by chance. */
  #read(word: string): number {
    return this.#characters.read(word.padEnd(SHORTEST_WORD))
  }
}

function stands(letters: DataView, view: DataView, from: number, to: number): boolean {
  if (letters.byteLength !== to - from) return false
  const last = to - 4
  for (let at = from; at < last; at += 4) {
    if (fourAt(view, at) !== fourAt(letters, at - from)) return false
  }
  return fourAt(view, last) === fourAt(letters, last - from)
}

function hashOf(view: DataView, from: number, to: number): number {
  let hash = SEED
  const last = to - 4
  for (let at = from; at < last; at += 4) hash = mix(hash, fourAt(view, at))
  return mix(hash, fourAt(view, last))
}

function fourAt(view: DataView, at: number): number {
  return view.getInt32(at) | CASES
}

/** Multiplied, the high bits do not reach the low ones: they are brought there. */
function mix(hash: number, more: number): number {
  const mixed = Math.imul(hash ^ more, FACTOR)
  return mixed ^ (mixed >>> 15)
}

/** A place for the last eight characters before a position. */
function endOf(view: DataView, to: number): number {
  return mix(mix(SEED, fourAt(view, to - 8)), fourAt(view, to - 4)) & (PLACES - 1)
}
