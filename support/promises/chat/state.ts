import { Slot } from '#world/state'
import type { ImpossibleQuestion } from './impossible-requests.ts'
import type { Remembering } from './memory.checks.ts'

/** What steps about agents leave for later ones, of one person. */
export class ChatState {
  /** What her conversations remember, each asked once. */
  readonly remembering = new Slot<Promise<Remembering>>('{user} asks what her workload costs a month')
  /** What she asked for that nobody can do. */
  readonly impossible = new Slot<ImpossibleQuestion>(
    '{user} asks to have a report read that does not exist, and mail sent to her contacts',
  )
}
