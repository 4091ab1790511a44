import { setImmediate as nextTurn } from 'node:timers/promises'

/** Lets everything run that is ready to: closing sockets are closed then, and errors on their way have come. */
export async function settleDown(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await nextTurn()
}
