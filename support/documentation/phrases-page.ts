import type { Envelope } from '@cucumber/messages'
import { code, table, WRITTEN } from './markdown.ts'
import { parametersIn, phrasesIn, type Phrase } from './phrases.ts'

const PLACE = /^step-definitions\/|\.steps\.ts$/g

/** `docs/phrases.md`: what a scenario can say. @param messages of a dry run */
export function phrasesPage(messages: readonly Envelope[]): string {
  const phrases = phrasesIn(messages)
  const files = [...new Set(phrases.map(({ file }) => file))]
  const parameters = parametersIn(messages).map(({ name, pattern, meaning }) => [
    code(`{${name}}`),
    code(pattern),
    meaning,
  ])
  return [
    ...['# What a scenario can say', '', WRITTEN, ''],
    `${phrases.length} phrases. What stands in braces is a parameter: one of these, or Cucumber's own \`{string}\` (words in`,
    'quotation marks), `{word}`, `{int}` and `{float}`. What the words mean stands in the [glossary](glossary.md).',
    '',
    table(['Parameter', 'Reads', 'Means'], parameters),
    ...files.flatMap((file) => chapter(file, phrases)),
    '',
  ].join('\n')
}

function chapter(file: string, phrases: readonly Phrase[]): string[] {
  const rows = phrases.filter((phrase) => phrase.file === file).map(row)
  const heading = `## [${file.replace(PLACE, '')}](../${file})`
  return ['', heading, '', table(['Phrase', 'Takes', 'Means', 'Used in'], rows)]
}

function row({ keyword, words, takesTable, meaning, usedIn }: Phrase): string[] {
  const parameters = words.match(/\{\w+\}/g) ?? []
  const takes = [...parameters.map(code), ...(takesTable ? ['a table'] : [])]
  return [`${keyword} ${code(words)}`, takes.join(', '), meaning, usedIn.join(', ') || 'no scenario']
}
