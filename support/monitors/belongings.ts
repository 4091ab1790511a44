/** Who a word belongs to: markers, and the ids of what people made. */
export class Belongings {
  readonly #owners = new Map<string, string>()
  readonly #disputes: string[] = []

  /** Values that two people were given alike, which nobody may ever be. */
  get disputes(): readonly string[] {
    return this.#disputes
  }

  claim(person: string, value: string): void {
    for (const word of [value, ...distinctiveParts(value)]) {
      const known = word.toLowerCase()
      const owner = this.#owners.get(known) ?? person
      if (owner !== person) this.#disputes.push(`${value} was given to both ${owner} and ${person}`)
      else this.#owners.set(known, person)
    }
  }

  ownerOf(word: string): string | undefined {
    return this.#owners.get(word.toLowerCase())
  }

  /** The owners of all words in a text, also of words that are encoded in it. Linear in the text's length. */
  *ownersIn(text: string): Generator<{ owner: string; word: string }> {
    for (const word of wordsIn(text)) {
      const owner = this.ownerOf(word)
      if (owner !== undefined) yield { owner, word }
    }
  }
}

const SHORTEST_PART = 10
const WORD = /[\w-]{8,}/g
const BASE64 = /[\w+/-]{24,}={0,2}/g

/** Parts of a value by which it is known even inside something longer: no word and no number is. */
function distinctiveParts(value: string): string[] {
  return value
    .split(/[-_@.]/)
    .filter((part) => part.length >= SHORTEST_PART && /\D/.test(part) && /\d/.test(part))
}

function* wordsIn(text: string): Generator<string> {
  for (const plain of [text, ...decodedPiecesOf(text)]) {
    for (const [word] of plain.matchAll(WORD)) {
      yield word
      for (const part of distinctiveParts(word)) yield part
    }
  }
}

/** Ids may hide in base64, as those in a token do. */
function decodedPiecesOf(text: string): string[] {
  return [...text.matchAll(BASE64)].map(([piece]) => Buffer.from(piece, 'base64').toString('latin1'))
}
