/** `npm run load:judge`: merges the histories of all workers of a crowd, wherever they were, and judges them. */
import { Command } from 'commander'
import { sayJudgement, type LoadDemand } from './judgement.ts'
import { count, leave, share } from './options.ts'

const command = new Command('npm run load:judge --')
  .description(
    "Merges the workers' histories of a crowd and says whether anybody was shown what is another's.",
  )
  .argument('<folder>', 'of the histories')
  .requiredOption('--people <n>', 'how many were to come', count)
  .option('--success <share>', 'so many of them have to come through, 0 to 1', share, 1)
  .exitOverride(leave)
  .parse()

void main(command.args[0] ?? '', command.opts<LoadDemand>())

async function main(folder: string, demand: LoadDemand): Promise<void> {
  process.exitCode = await sayJudgement(folder, demand)
}
