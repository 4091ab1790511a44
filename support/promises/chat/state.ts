import { Slot } from '#world/state'
import type { ImpossibleQuestion } from './impossible-requests.ts'

/** What steps about agents leave for later ones, of one person. */
export class ChatState {
  /** What she asked for that nobody can do. */
  readonly impossible = new Slot<ImpossibleQuestion>(
    '{user} asks to have a report read that does not exist, and mail sent to her contacts',
  )
}
