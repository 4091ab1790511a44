import { BadSettings, readEnvironment } from '#target/environment'
import { refuseOddSettings } from '#target/odd-settings'
import { readTarget } from '#target/settings'
import { sweep } from './sweeping.ts'

/** `npm run sweep`: closes the accounts that killed runs have left at a target, and says what it has done. */

const NOT_ALL = 1
const SET_WRONG = 3

async function main(): Promise<number> {
  const environment = readEnvironment()
  const target = readTarget(environment)
  refuseOddSettings(environment)
  const { removed, gone, stays } = await sweep(target, environment['NETRA_REPORTS'] || 'reports')
  for (const email of removed) console.log(`removed  ${email}`)
  for (const what of stays) console.log(`stays    ${what}`)
  console.log(
    `${removed.length} removed, ${gone.length} not there any more, ${stays.length} stay at ${target.addresses.auth}`,
  )
  return stays.length > 0 ? NOT_ALL : 0
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof BadSettings ? error.message : error)
    process.exitCode = SET_WRONG
  },
)
