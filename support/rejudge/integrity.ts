import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { parseJson } from '#contract/json'
import { BadSettings } from '#target/environment'
import { Manifest } from '#verdict/manifest'

const NAME = 'manifest.json'

/** What the folder says of itself. @throws {BadSettings} in one line, where it is no evidence of a run */
export function readManifest(folder: string): Manifest {
  const file = join(folder, NAME)
  if (!existsSync(file)) throw new BadSettings(`${folder} has no ${NAME}: name the evidence of a run`)
  const { data, error } = Manifest.safeParse(parseJson(readFileSync(file, 'utf8')))
  if (data) return data
  const [issue] = error.issues
  throw new BadSettings(`${file} is none of this suite's: \`${issue?.path.join('.')}\`: ${issue?.message}`)
}

/** Every file that was changed, taken away or added since the run, a line each. */
export function findTampering(folder: string, { files }: Manifest): string[] {
  const known = Object.entries(files).flatMap(([name, sha256]) => {
    const file = join(folder, name)
    if (!existsSync(file)) return [`missing: ${name}`]
    const now = createHash('sha256').update(readFileSync(file)).digest('hex')
    return now === sha256 ? [] : [`changed: ${name}`]
  })
  const found = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
  const added = found.filter((name) => name !== NAME && !(name in files)).toSorted()
  return [...known, ...added.map((name) => `added: ${name}`)]
}
