/** `npm run docs`: writes the pages of `docs/` that are made from the suite itself. */
import { writeFileSync } from 'node:fs'
import { plantedDefects } from './defects.ts'
import { dryRun } from './dry-run.ts'
import { writtenPages } from './pages.ts'

void main()

async function main(): Promise<void> {
  const pages = writtenPages(...(await Promise.all([dryRun(), plantedDefects()])))
  for (const { file, text } of pages) writeFileSync(file, text)
  console.log(`Written: ${pages.map(({ file }) => file).join(', ')}`)
}
