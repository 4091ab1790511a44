import { see } from '#expect/seen'
import type { RunId, ThreadId } from '#clients/ids'
import type { LiveConnection } from '#clients/live-connection'
import type { EndedSession } from '#monitors/sessions/session-watch'
import type { Device } from './device.ts'
import type { Person } from './person.ts'
import { answersPing } from './ping.ts'
import type { Scenario } from './scenario.ts'

/** How much is looked at, the newest of it: on a target with limits, each look takes its turn. */
const MOST = { people: 8, ended: 2, open: 12, threads: 6, runs: 8 } as const
/** Where calls are counted at an edge. */
const FEW_OPEN = 2

/** By pages, too: what is gone takes no place there. */
const PAGES = [
  { limit: '1', offset: '0' },
  { limit: '1', offset: '1' },
  { limit: '2', offset: '1' },
  { limit: '1', offset: '3000000000' },
]

/** Looks at everything once more when all is over: whether it is still told as it is, the monitors know. */
export async function lookOnceMore(scenario: Scenario): Promise<void> {
  const { cast, sessions, wire, faults, offers, trouble, target } = scenario
  trouble.rest()
  const [ended, open] = [sessions.endedBefore(wire.now()), sessions.open()]
  const people = cast.people.filter((person) => person !== cast.bystander).slice(0, MOST.people)
  const hasRecords = offers.has('run-events-history')
  await Promise.all(
    people.map(async (person) => {
      const over = ended.filter((session) => session.person === person.name).slice(0, MOST.ended)
      await see(() => useAgain(person, over))
      const passes = othersOf(person, open).slice(0, target.edgeLimits ? FEW_OPEN : MOST.open)
      await Promise.all(passes.map((pass) => see(() => person.auth.me(pass))))
      const lines = person.devices.flatMap(({ connections }) => connections)
      await Promise.all(lines.map((line) => see(() => askLine(line, (text) => faults.report(text)))))
      const device = await findSignedIn(person)
      if (device) await see(() => readAll(device, hasRecords))
    }),
  )
}

/** What has ended long ago is used once more. */
async function useAgain({ auth }: Person, ended: readonly EndedSession[]): Promise<void> {
  for (const { access, refresh } of ended) {
    await auth.me(access)
    if (refresh !== undefined) await auth.refresh(refresh)
  }
}

/** What has opened an account of hers that is on no device: nothing has ended it, and it opens it still. */
function othersOf({ name, devices }: Person, open: ReturnType<Scenario['sessions']['open']>): string[] {
  const own = devices.filter(({ isSignedIn }) => isSignedIn).map(({ session }) => session.accessToken)
  return open.flatMap(({ person, access }) => (person === name && !own.includes(access) ? access : []))
}

/** A line that is still open still answers. */
async function askLine(connection: LiveConnection, report: (trouble: string) => void): Promise<void> {
  if (!connection.isOpen) return
  // Each of two that come together has an answer of its own.
  const answers = (await Promise.all([answersPing(connection), answersPing(connection)])).every(Boolean)
  if (!answers && isStillOpen(connection))
    report(`${connection.person}'s line ${connection.number} answered nothing any more when all was over`)
}

/** What is asked for an answer may end meanwhile. */
function isStillOpen({ isOpen }: LiveConnection): boolean {
  return isOpen
}

/** The first device whose session still lives. */
async function findSignedIn({ devices, auth }: Person): Promise<Device | undefined> {
  for (const device of devices.filter(({ isSignedIn }) => isSignedIn)) {
    const answer = await see(() => auth.mustMe(device.session.accessToken))
    if ('user_id' in answer) return device
  }
  return undefined
}

/** Everything that somebody has, through every call that tells of it. @throws {UnexpectedAnswer} */
async function readAll({ backend }: Device, hasRecords: boolean): Promise<void> {
  const { threads } = await backend.mustThreads()
  await Promise.all([backend.profile(), ...PAGES.map((page) => backend.threads(page))])
  const messages = await Promise.all(
    threads.slice(0, MOST.threads).map(async ({ id }) => {
      await backend.thread(id as ThreadId)
      return backend.mustMessages(id as ThreadId)
    }),
  )
  const runs = [...new Set(messages.flat().flatMap(({ run_id }) => run_id ?? []))].slice(-MOST.runs)
  await Promise.all(
    runs.map(async (id) => {
      await backend.mustRun(id as RunId)
      if (hasRecords) await backend.mustRunEvents(id as RunId)
    }),
  )
}
