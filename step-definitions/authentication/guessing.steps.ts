import { authenticationOf } from '#promises/authentication/state'
import { tryLater } from '#promises/authentication/late-tries'
import { guessTooOften } from '#promises/authentication/throttle'
import { guessingSlowed, waitIsKept } from '#promises/authentication/throttle.checks'
import type { Person } from '#world/person'
import { Given, Then } from '#world/steps'

/** Far more often than may be, mostly at the same moment: at the second's address, and where there is no password. */
Given(
  "{user} has guessed at {user}'s password while {user} signed in",
  async function (intruder: Person, owner: Person, other: Person) {
    await guessTooOften({ intruder, owner, other }, this.scenario)
  },
)

/** As many guesses are looked at; every other one is told how long to wait. Nobody else is slowed. */
Then(
  "{user}'s guessing is slowed after {count} failures, alike wherever he/she/they guesses/guess",
  async function (intruder: Person, allowed: number) {
    const guesses = await this.observe(() => authenticationOf(intruder).guesses.get())
    this.judge(...guessingSlowed(allowed, guesses))
  },
)

/** Tries once more at the second's account: with a wrong password, and with the right one. */
Then(
  "{user} has to wait for {user}'s account as long as he/she/they was/were told",
  async function (intruder: Person, owner: Person) {
    const seen = await this.observe(() => tryLater(intruder, owner, this.scenario), 'login-throttle')
    this.judge(waitIsKept(seen))
  },
)
