import { parseArgs } from 'node:util'

/** Cucumber's own options that stand alone, by name, with the letter that says the same. */
const ALONE = {
  ...{ backtrace: 'b', 'dry-run': 'd', exit: '', 'force-exit': '', 'fail-fast': '', 'i18n-languages': '' },
  ...{ publish: '', strict: '', 'no-strict': '', help: 'h', version: 'v' },
} as const

/** Cucumber's own options that take the word after them. */
const VALUED = {
  ...{ config: 'c', format: 'f', 'format-options': '', 'i18n-keywords': '', import: 'i', language: '' },
  ...{ loader: 'l', name: '', order: '', parallel: '', plugin: '', 'plugin-options': '', profile: 'p' },
  ...{ require: 'r', 'require-module': '', retry: '', 'retry-tag-filter': '', shard: '', tags: 't' },
  'world-parameters': '',
} as const

/** Every option that Cucumber knows, without its dashes. */
export const OPTION_NAMES: readonly string[] = [...Object.keys(ALONE), ...Object.keys(VALUED)]

/** One option as it was given. */
export interface GivenOption {
  readonly name: string
  /** With the dashes, as it was written. */
  readonly written: string
  /** Nothing where the option stands alone, or at the very end. */
  readonly value: string | undefined
  readonly isKnown: boolean
  readonly needsValue: boolean
}

/** The words of a command line, told apart as Cucumber tells them apart. */
export interface Words {
  readonly options: readonly GivenOption[]
  /** What is neither an option nor its value: files, folders and patterns, with or without lines. */
  readonly paths: readonly string[]
}

const SHAPES = Object.fromEntries([
  ...Object.entries(ALONE).map(([name, short]) => [name, shape('boolean', short)] as const),
  ...Object.entries(VALUED).map(([name, short]) => [name, shape('string', short)] as const),
])

/** @param args of the process, without the programs' own names */
export function readWords(args: readonly string[]): Words {
  const { tokens } = tokensOf(args)
  const options = tokens.flatMap((token): GivenOption[] => {
    if (token.kind !== 'option') return []
    const { name, rawName: written, value } = token
    return [{ name, written, value, isKnown: name in SHAPES, needsValue: name in VALUED }]
  })
  return { options, paths: tokens.flatMap((token) => (token.kind === 'positional' ? token.value : [])) }
}

/** Every value that an option was given, in order. */
export function valuesOf({ options }: Words, name: keyof typeof VALUED): readonly string[] {
  return options.flatMap((option) => (option.name === name ? (option.value ?? []) : []))
}

/** The same words, with every path, and every file that an option names, put as another folder sees it. */
export function movePaths(args: readonly string[], move: (path: string) => string): string[] {
  const moved = [...args]
  for (const token of tokensOf(args).tokens) {
    if (token.kind === 'positional') moved[token.index] = move(token.value)
    if (token.kind !== 'option' || token.value === undefined || !FILES.includes(token.name)) continue
    if (token.inlineValue) moved[token.index] = `--${token.name}=${move(token.value)}`
    else moved[token.index + 1] = move(token.value)
  }
  return moved
}

const FILES: readonly string[] = ['config', 'import', 'require']

function tokensOf(args: readonly string[]) {
  const usual = { strict: false, allowPositionals: true, tokens: true } as const
  return parseArgs({ args: [...args], options: SHAPES, ...usual })
}

function shape(type: 'boolean' | 'string', short: string): { type: typeof type; short?: string } {
  return short === '' ? { type } : { type, short }
}
