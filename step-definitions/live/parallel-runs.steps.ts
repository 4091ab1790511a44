import { signsOfLife } from '#promises/live/idle-connection'
import { givesSignsOfLife } from '#promises/live/idle-connection.checks'
import { parallelRuns, worksAtOnce } from '#promises/live/parallel-runs'
import { eachAnsweredAsAsked, eachTellsItsOwn, toldWhenItHappens } from '#promises/live/parallel-runs.checks'
import { neverSilent } from '#promises/shared/progress.checks'
import type { Person } from '#world/person'
import { Then } from '#world/steps'

/** Each tells in its own conversation how far it has come, while the others do. */
Then("each of {user}'s works tells its own progress, forwards only", async function (person: Person) {
  this.judge(eachTellsItsOwn(await this.observe(() => parallelRuns(person))))
})

/** Each by its own figures; the conversation holds for each work the answer that was told. */
Then("each of {user}'s works, long or short, is answered as it was asked", async function (person: Person) {
  this.judge(eachAnsweredAsAsked(await this.observe(() => worksAtOnce(person))))
})

/** Every word was stamped within a few seconds of its arrival, by clocks that may differ. */
Then('what {user} is told has happened just then', async function (person: Person) {
  const seen = await this.observe(() => parallelRuns(person))
  this.judge(toldWhenItHappens(this.scenario.skewMs.backend, seen))
})

/** Not longer than the platform promises, from the acceptance to the last word. */
Then("neither/none of {user}'s works is ever silent for long", async function (person: Person) {
  const seen = await this.observe(() => parallelRuns(person))
  this.judge(
    neverSilent(
      { first: this.scenario.limitOf('firstEvent'), between: this.scenario.limitOf('silence') },
      seen,
    ),
  )
})

/** Two at least, each within the interval that the welcome has stated. */
Then("{user}'s line gives signs of life again and again", async function (person: Person) {
  const seen = await this.observe(() => signsOfLife(person))
  const { stalls, target } = this.scenario
  this.judge(givesSignsOfLife(seen, target.tolerance, stalls.worst))
})
