import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'

/** What there is in this process that one run could leave for the next. */
interface Inventory {
  /** What has come since: globals, variables of the environment, listeners, open sockets and timers. */
  difference(): string[]
  /** What stays of it: a line that was just let go of is gone in a moment. */
  remainder(): Promise<string[]>
}

/** Technical: how often, and how far apart, it is looked whether something is still there. */
const LOOKS = 20
const BETWEEN_LOOKS_MS = 50

/** Belong to the process itself. */
const STANDING = ['PipeWrap', 'TTYWrap', 'MessagePort', 'CloseReq', 'Immediate', 'FSReqPromise']

/** Looks what there is now. */
export function takeInventory(): Inventory {
  const before = look()
  const difference = (): string[] =>
    Object.entries(look()).flatMap(([what, now]) => {
      const known = before[what] ?? []
      return remove(now, known).map((thing) => `${what} ${thing}`)
    })
  return { difference, remainder: () => waitFor(difference) }
}

async function waitFor(difference: () => string[]): Promise<string[]> {
  for (let looks = 1; ; looks++) {
    await nextTurn()
    const left = difference()
    if (left.length === 0 || looks === LOOKS) return left
    await sleep(BETWEEN_LOOKS_MS)
  }
}

function look(): Record<string, string[]> {
  return {
    global: Object.getOwnPropertyNames(globalThis),
    variable: Object.keys(process.env),
    listener: process
      .eventNames()
      .flatMap((event) => process.listeners(event as 'exit').map(() => String(event))),
    open: process.getActiveResourcesInfo().filter((kind) => !STANDING.includes(kind)),
  }
}

/** Those of the first that are more than in the second. */
function remove(now: readonly string[], before: readonly string[]): string[] {
  const left = [...before]
  return now.filter((thing) => {
    const at = left.indexOf(thing)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
