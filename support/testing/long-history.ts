import { randomUUID } from 'node:crypto'
import { OwnershipRegistry } from '#monitors/ownership-registry'
import type { Received } from '#monitors/history'

/** How long a history is to be, of how many people, and in which frame, if any, something is shown to a stranger. */
export interface HistoryPlan {
  readonly frames: number
  readonly people: number
  readonly leakAt?: number
}

/** Somebody of a long history. */
interface Member {
  readonly name: string
  readonly marker: string
  /** Everything this person is known by. */
  readonly owns: readonly string[]
  /** How the frames of each run begin. */
  readonly heads: readonly string[]
}

const THREADS = 5
const RUNS = 40
const FRAMES_OF_RUN = 125
const SECONDS = Array.from(
  { length: 60 },
  (_, second) => `2026-01-05T08:00:${String(second).padStart(2, '0')}`,
)
const SAYING = 'the idle database in eu-west-1 costs more than its reserved capacity saves over twelve months'
const THOUGHTS = Array.from({ length: 40 }, (_, from) => SAYING.slice(from))
const TOKEN = Buffer.from('{"sub":"nobody","scope":"read write","note":"stands for itself"}').toString(
  'base64url',
)

/** Frames such as the platform sends, each made when it is asked for. */
export function* longHistory({ frames, people, leakAt }: HistoryPlan): Generator<Received> {
  const crowd = membersOf(people)
  for (let number = 0; number < frames; number += 1) {
    const person = number % people
    const shown = number === leakAt ? (person + 1) % people : person
    const [receiver, owner] = [crowd[person], crowd[shown]]
    if (!receiver || !owner) return
    const source = { kind: 'frame', connection: person + 1, at: number } as const
    // In one piece, as it comes from the wire.
    const text = Buffer.from(frameText(owner, number, Math.floor(number / people))).toString('latin1')
    yield { person: receiver.name, source, part: 'frame', text }
  }
}

/** Everything that the people of a long history own. */
export function ownershipOf({ people }: HistoryPlan): OwnershipRegistry {
  const ownership = new OwnershipRegistry()
  for (const { name, owns } of membersOf(people)) {
    for (const value of owns) ownership.register(name, value)
  }
  return ownership
}

function membersOf(people: number): Member[] {
  return Array.from({ length: people }, (_, person) => {
    const id = (kind: number, index: number): string => uuid(person * 1_000_003 + kind * 10_007 + index)
    const some = (kind: number, prefix: string, length: number): string[] =>
      Array.from({ length }, (_, index) => `${prefix}_${id(kind, index)}`)
    const marker = `person${person + 1}-r3k9x2-0-iso2-${id(1, 0).slice(-12)}`
    const [user, threads, runs] = [id(2, 0), some(3, 'thread', THREADS), some(4, 'run', RUNS)]
    const heads = runs.map((run, index) => headOf(user, threads[index % THREADS] ?? '', run))
    return { name: `Person ${person + 1}`, owns: [marker, user, ...threads, ...runs], marker, heads }
  })
}

function headOf(user: string, thread: string, run: string): string {
  const ids = `"user_id":"${user}","thread_id":"${thread}","run_id":"${run}","agent_name":"cost_analyst"`
  return `{"type":"agent_thinking","payload":{${ids}`
}

function frameText({ marker, heads }: Member, number: number, turn: number): string {
  const head = heads[Math.floor(turn / FRAMES_OF_RUN) % RUNS] ?? ''
  const payload = `${head},"step_number":${turn % 9},"reasoning":"${thought(marker, number)}"}`
  const time = `${SECONDS[turn % 60]}.${100 + (number % 900)}Z`
  return `${payload},"timestamp":"${time}","event_id":"evt_${randomUUID()}","sequence":${turn + 1}}`
}

/** Free text: now and then with escapes, with an address, with something in base64. */
function thought(marker: string, number: number): string {
  const words = THOUGHTS[number % THOUGHTS.length] ?? ''
  if (number % 10 === 3) return `${words}\\nfor \\"${marker}-owl\\": 12 % less`
  if (number % 25 === 4) return `${words}, see https://app.example/w?name=${marker}%2Dowl&n=1%20of%209`
  if (number % 50 === 5) return `${words}, by eyJhbGciOiJIUzI1NiJ9.${TOKEN}.c2lnbmF0dXJl`
  return number % 4 === 0 ? `${words} for ${marker}-owl` : `${words}, ${number} requests in all`
}

/** As random as it looks, and the same for the same number. */
function uuid(number: number): string {
  const digits = [number, ~number, number ^ 0x5bd1e995, number + 77].map(scatter).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function scatter(number: number): string {
  const mixed = Math.imul(number ^ (number >>> 16), 0x7feb352d)
  return (Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b) >>> 0).toString(16).padStart(8, '0')
}
