import type { Person } from '#world/person'
import { Slot } from '#world/state'
import type { BreakIn } from './break-in.ts'
import type { Branch } from './branches.ts'
import type { SignOut } from './devices.ts'
import type { ProviderIdentity } from './oauth-flow.ts'
import type { CompletedSignIn } from './provider-sign-in.ts'
import type { Renewal } from './renewal.ts'
import type { Guesses } from './throttle.checks.ts'

const SIGNED_IN_THROUGH_PROVIDER =
  '{user} signs in through the outside provider in {count} browsers at once, and then once more'

/** What steps about authentication leave for later ones, of one person. */
class AuthenticationState {
  /** Who she is to the outside provider. */
  readonly identity = new Slot<ProviderIdentity>(
    '{user} is known to the outside provider by an address of her own',
  )
  /** Her sign-ins through the outside provider, in order. */
  readonly signIns = new Slot<readonly CompletedSignIn[]>(SIGNED_IN_THROUGH_PROVIDER)
  readonly lastSignIn = new Slot<CompletedSignIn>(SIGNED_IN_THROUGH_PROVIDER)
  readonly renewal = new Slot<Renewal>('{user} renews her session')
  readonly branches = new Slot<readonly Branch[]>(
    '{user} has renewed her session on each device, and has two lines there',
  )
  readonly signOut = new Slot<SignOut>('{user} signs out on the {ordinal} device')
  /** What came of her guessing. */
  readonly guesses = new Slot<Guesses>("{user} has guessed at {user}'s password while {user} signed in")
  /** What she has tried to get in as somebody else. */
  readonly breakIn = new Slot<BreakIn>('{user} tries to get in as {user} with a pass')
}

/** What steps about authentication have left, of this person. */
export function authenticationOf({ state }: Person): AuthenticationState {
  return state.of(AuthenticationState)
}
