import { readFileSync } from 'node:fs'
import type { Envelope, PickleStep, SourceReference } from '@cucumber/messages'
import { featuresIn } from './features.ts'

/** A step definition, as somebody who writes a scenario sees it. */
export interface Phrase {
  /** Its path from the root. */
  readonly file: string
  readonly keyword: string
  /** With its parameters in braces. */
  readonly words: string
  readonly takesTable: boolean
  /** What the comment above it says. */
  readonly meaning: string
  /** Permanent ids of scenarios. */
  readonly usedIn: readonly string[]
}

/** What may stand for `{name}`. */
export interface Parameter {
  readonly name: string
  readonly pattern: string
  readonly meaning: string
}

const COMMENT = /^\/\*\*\s*(.*?)\s*\*\/$/s

/** Every phrase, in the order of the files. @param messages of a dry run */
export function phrasesIn(messages: readonly Envelope[]): Phrase[] {
  const uses = usesIn(messages)
  const phrases = messages.flatMap(({ stepDefinition }) => {
    if (!stepDefinition) return []
    const { id, pattern, sourceReference } = stepDefinition
    const own = uses.filter(({ phrase }) => phrase === id)
    const { file, code, meaning } = placeOf(sourceReference)
    return {
      ...{ file, keyword: /^\w+/.exec(code)?.[0] ?? '', words: pattern.source, meaning },
      takesTable: own.some(({ step }) => step.argument?.dataTable !== undefined),
      usedIn: [...new Set(own.map(({ promise }) => promise))],
    }
  })
  return phrases.sort((one, other) => one.file.localeCompare(other.file))
}

/** The parameters that this suite defines. @param messages of a dry run */
export function parametersIn(messages: readonly Envelope[]): Parameter[] {
  return messages.flatMap(({ parameterType }) => {
    if (!parameterType?.sourceReference) return []
    const { name, regularExpressions, sourceReference } = parameterType
    return { name, pattern: regularExpressions.join('|'), meaning: placeOf(sourceReference).meaning }
  })
}

interface Use {
  /** Id of its step definition. */
  readonly phrase: string
  readonly step: PickleStep
  readonly promise: string
}

function usesIn(messages: readonly Envelope[]): Use[] {
  const promises = featuresIn(messages).flatMap((feature) => feature.promises)
  const tried = messages.flatMap(({ testCase }) => testCase?.testSteps ?? [])
  return promises.flatMap(({ id: promise, steps }) =>
    steps.flatMap((step) => {
      const { stepDefinitionIds = [] } = tried.find(({ pickleStepId }) => pickleStepId === step.id) ?? {}
      return stepDefinitionIds.map((phrase) => ({ phrase, step, promise }))
    }),
  )
}

function placeOf({
  uri: file = '',
  location,
}: SourceReference): Pick<Phrase, 'file' | 'meaning'> & { code: string } {
  const before = readFileSync(file, 'utf8').split('\n')
  const [code = ''] = before.splice((location?.line ?? 1) - 1)
  const start = before.findLastIndex((line) => line.startsWith('/**'))
  const [, comment = ''] = COMMENT.exec(before.slice(start).join('\n')) ?? []
  return { file, code, meaning: comment.replace(/\s*\n \* ?/g, ' ') }
}
