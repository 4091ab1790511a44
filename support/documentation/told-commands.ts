const FENCED = /^```sh\n([\s\S]*?)^```/gm
const INLINE = /`([^`\n]+)`/g
const WHOLE = /^(?:[A-Z_]+=\S+ )*(?:npm|npx) /
const GOES_ON = /^(?:--[a-z]|features\/)/
const BEGINNING = /^(?:[A-Z_]+=\S+ )*(npx \S+|npm run (?:-s )?\S+ --)/

/** A command as it is called: what is set for it, its program and its words. */
export interface ToldCommand {
  /** As the page has it, and the beginning that it leaves out. */
  readonly text: string
  readonly settings: Readonly<Record<string, string>>
  /** `npx` and `npm run` are not part of it: `cucumber-js`, `prove`, `ci`. */
  readonly program: string
  readonly words: readonly string[]
}

/**
 * Every command that a page tells its reader to say: in fences of shell, and between backticks. What begins with an
 * option or a feature goes on where the command before it on that line began: `npm run prove -- --only x`, `--list`.
 *
 * @param page Markdown
 */
export function commandsIn(page: string): ToldCommand[] {
  const fenced = [...page.matchAll(FENCED)].flatMap(([, block = '']) => block.trim().split('\n'))
  const lines = fenced.flatMap((line) => line.replace(/\s+#.*$/, '').split(' && '))
  const inline = page.replaceAll(/^```[\s\S]*?^```/gm, '').split('\n')
  return [...new Set([...lines, ...inline.flatMap(commandsOfLine)])].map(read)
}

function commandsOfLine(line: string): string[] {
  const told: string[] = []
  for (const [, words = ''] of line.matchAll(INLINE)) {
    const [, beginning] = BEGINNING.exec(told.at(-1) ?? '') ?? []
    if (WHOLE.test(words)) told.push(words)
    else if (GOES_ON.test(words) && beginning !== undefined) told.push(`${beginning} ${words}`)
  }
  return told
}

function read(text: string): ToldCommand {
  const all = text.split(' ')
  const start = all.findIndex((word) => !/^[A-Z_]+=/.test(word))
  const settings = Object.fromEntries(all.slice(0, start).map((word) => word.split('=') as [string, string]))
  const [, program = '', ...words] = all.slice(start).filter((word) => !['run', '-s', '--'].includes(word))
  return { text, settings, program, words }
}
