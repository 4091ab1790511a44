import { ByteReader, tableOf } from './byte-reader.ts'

/** How many times over a text may be encoded and still be read. */
const DEEPEST = 3

/** %2D, \u002d, and \/ or \" */
const ESCAPED = /%([0-9a-f]{2})|\\(?:u([0-9a-f]{4})|(.))/gi
/** What stands for white space behind a backslash. */
const BLANKS = 'bfnrt'

/** The four characters by which base64 encodes three readable ones. */
const GROUP = [/[I-Za-f]/, /[C-HS-Xi-nyz0-3]/, /[ABEFIJMNQRUVYZcdghklopstwx014589]/, /[\w+/-]/]
/** A word of eight, wherever it stands, is encoded with two whole groups in a row. */
const TWO_GROUPS = [...GROUP, ...GROUP]
/** For every character, at which places of two groups it may stand: a bit for each. */
const PLACES = tableOf((character) =>
  TWO_GROUPS.reduce((bits, kind, place) => bits | (kind.test(character) ? 1 << place : 0), 0),
)
const LAST_PLACE = 1 << (TWO_GROUPS.length - 1)

/** Reads what is encoded in a text. Only what shows signs of a code is decoded. */
export class Decoder {
  readonly #characters = new ByteReader()

  /**
   * A text as it is, and as it reads with what is encoded in it: as in an address, as in JSON (also JSON inside
   * JSON), in either kind of base64. Linear in the text's length.
   */
  decodedFormsOf(text: string, depth = DEEPEST): string[] {
    const forms = unescapedForms(text, DEEPEST)
    const hidden = depth > 0 ? this.#decode(forms.at(-1) ?? text) : ''
    return hidden === '' ? forms : [...forms, ...this.decodedFormsOf(hidden, depth - 1)]
  }

  /** What may stand in a text in base64, also behind something that only looks like a part of it. */
  #decode(text: string): string {
    const length = this.#characters.read(text)
    const { bytes } = this.#characters
    let [hidden, from, begun, shifts] = ['', 0, 0, 0]
    for (let at = 0; at <= length; at += 1) {
      const places = PLACES[bytes[at] ?? 0] ?? 0
      // Two groups may have begun at any of the last eight characters: all of them are kept in view.
      begun = ((begun << 1) | 1) & places
      if (begun >= LAST_PLACE) shifts |= 1 << ((at + 1 - from) % GROUP.length)
      if (places !== 0) continue
      if (shifts !== 0) hidden += decodePiece(bytes, from, at, shifts)
      from = at + 1
      shifts = 0
    }
    return hidden
  }
}

function unescapedForms(text: string, rounds: number): string[] {
  if (rounds === 0 || !(text.includes('%') || text.includes('\\'))) return [text]
  const plain = text.replace(ESCAPED, (_, byte?: string, unit?: string, itself?: string) => {
    const code = byte ?? unit
    if (code !== undefined) return String.fromCharCode(parseInt(code, 16))
    return itself === undefined || BLANKS.includes(itself) ? ' ' : itself
  })
  return plain === text ? [text] : [text, ...unescapedForms(plain, rounds - 1)]
}

/** @param shifts how many characters may have to be left out for the first whole group: a bit for each number */
function decodePiece(bytes: Uint8Array, from: number, to: number, shifts: number): string {
  const piece = Buffer.from(bytes.buffer, from, to - from).toString('latin1')
  const possible = GROUP.map((_, shift) => shift).filter((shift) => (shifts & (1 << shift)) !== 0)
  return possible.map((shift) => `${Buffer.from(piece.slice(shift), 'base64').toString('latin1')}\n`).join('')
}
