import type { LiveConnection } from '#clients/live-connection'
import { agentEventsOn, terminalEventOn } from '#promises/shared/connection-events'
import { answersPing } from '#world/ping'
import { askedBy } from '#promises/shared/asking'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'
import type { BrowserStory } from './browser-line.checks.ts'
import { askAndProbe, runUntilFence } from './single-watcher.ts'
import { LiveState } from './state.ts'

/** Opens one more line, as a page of the platform does in a browser: it cannot set a header, and names its page. */
export async function askAndWatchInBrowser(person: Person, scenario: Scenario): Promise<void> {
  const { origin } = new URL(scenario.target.addresses.frontend)
  const device = person.addDeviceOfSameSession()
  const line = device.connect({ by: 'subprotocol', origin })
  person.state.of(LiveState).browserLine.set(line)
  // Whoever asks for it is told of a failure.
  await line.catch(() => undefined)
  await askAndProbe(person, scenario)
}

/** What the page was told of the run, and what the other line was. @throws {NoConnection | NotObserved} */
export async function storyInBrowser(person: Person): Promise<BrowserStory> {
  const line = await person.state.of(LiveState).browserLine.get()
  const { events } = await runUntilFence(person)
  const { runId } = await askedBy(person).run.accepted()
  await terminalEventOn(line, runId, person.device.silence)
  const answers = await answersPing(line)
  const told = eventsOn(line, runId)
  return { protocol: line.protocol, told, elsewhere: events.map(({ event }) => event), answers }
}

function eventsOn(line: LiveConnection, runId: string): object[] {
  return agentEventsOn(line).flatMap(({ event }) => (event.payload.run_id === runId ? [event] : []))
}
