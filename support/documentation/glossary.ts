import { readFileSync } from 'node:fs'

const WORD = /[a-z]+(?:-[a-z]+)*/g
/** Endings that make another form of the same word, and what stands in their place in its plain form. */
const ENDINGS = [
  ['', ''],
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['d', ''],
  ['ed', ''],
  ['ing', ''],
  ['ing', 'e'],
  ['er', ''],
  ['ly', ''],
] as const

/** What the table of `docs/glossary.md` explains: the first cell of each row. */
export function explainedTerms(page = readFileSync('docs/glossary.md', 'utf8')): string[] {
  const [, ...cells] = [...page.matchAll(/^\| (.+?) \|/gm)].map(([, cell = '']) => cell)
  return cells
}

/** Words that mean in a scenario what they mean everywhere. */
export function ordinaryWords(): string[] {
  return wordsIn(readFileSync('support/documentation/ordinary-words.txt', 'utf8'))
}

/** The words of a text that are not known, in any form. Names in quotation marks do not count. */
export function unknownWords(text: string, known: readonly string[]): string[] {
  const all = new Set(known.flatMap(wordsIn))
  return [...new Set(wordsIn(text))].filter((word) => !formsOf(word).some((form) => all.has(form)))
}

function wordsIn(text: string): string[] {
  const said = text.replace(/"[^"]*"/g, ' ').replace(/'s\b/g, ' ')
  return said.toLowerCase().match(WORD) ?? []
}

function formsOf(word: string): string[] {
  return ENDINGS.flatMap(([ending, plain]) =>
    word.endsWith(ending) ? [word.slice(0, word.length - ending.length) + plain] : [],
  )
}
