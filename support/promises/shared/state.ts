import { Slot } from '#world/state'
import type { AccountState } from './account.checks.ts'
import type { Asked } from './asking.ts'
import type { ShortLivedToken } from './short-lived-token.ts'

/** What steps of any domain leave for later ones, of one person. */
export class SharedState {
  /** Her account and work, as they were. */
  readonly account = new Slot<AccountState>('{user} has a conversation about {string}')
  /** What she asked last. */
  readonly asked = new Slot<Asked>('{user} asks what her workload costs a month')
  /** A token of hers that is about to expire, and a connection that lives by it. */
  readonly shortLived = new Slot<ShortLivedToken>('{user} is watching with a pass that is about to run out')
}
