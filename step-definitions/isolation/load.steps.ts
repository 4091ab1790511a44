import { healthReports, healthSetting } from '#promises/isolation/health-reports'
import { healthInTime, healthIsTrue, offersAreNamed } from '#promises/isolation/health-reports.checks'
import { crowdSucceeds, phasesInBudget } from '#promises/isolation/load.checks'
import { describeLoad, forgiveFailures, playLoad, whoCameThrough } from '#promises/isolation/load'
import { fillTheMinute } from '#promises/isolation/minute'
import { minuteIsFull, waitIsWhatIsLeft, type FullMinute } from '#promises/isolation/minute.checks'
import { nobodyElseIsSlowed } from '#promises/isolation/noise.checks'
import { beNoisy } from '#promises/isolation/noise'
import { IsolationState } from '#promises/isolation/state'
import { PROMISED } from '#contract/promises'
import { floodIsSlowed } from '#promises/shared/flood.checks'
import { seenAs } from '#expect/seen'
import { nothingForeign } from '#world/always'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

/** They are there; nothing is known of them yet. */
Given('a crowd of {crowd}', function (_crowd: readonly Person[]) {})

/** Everybody's whole way at once, each part of it timed. */
When('they all register, connect, ask and read back at the same moment', async function () {
  const load = await playLoad(this.crowd)
  forgiveFailures(load, this.scenario)
  const { text, data } = describeLoad(load)
  this.scenario.notes.push(text)
  this.scenario.attachments.push({ fileName: 'load.json', mediaType: 'application/json', content: data })
  this.scenario.state.of(IsolationState).load.set(load)
})

/** Everybody, or the share that the target promises, is answered rightly and finds the answer kept. */
Then('all that were promised to come through do', function () {
  const { passages } = this.scenario.state.of(IsolationState).load.get()
  this.judge(crowdSucceeds(this.scenario.target.promises.successUnderLoad, passages))
})

/** All but the slowest in a hundred, in each part of the way: a minute to come in, 15 seconds to connect and to the first word, two minutes for the answer. */
Then('nobody has waited longer than promised', function () {
  this.judge(phasesInBudget(this.scenario.state.of(IsolationState).load.get().passages))
})

/** Meanwhile some of the crowd ask something ordinary, and do not have to wait until the noise is worked off. */
Then(
  '{user}, who asks for far more than anybody may, is slowed, and nobody else is',
  async function (noisy: Person) {
    const others = whoCameThrough(this.crowd, this.scenario.state.of(IsolationState).load.get())
    const noise = await this.observe(() => beNoisy(noisy, others, this.scenario), 'per-user-limits')
    const flood = seenAs(noise, (seen) => seen.flood)
    this.judge(floodIsSlowed('noisy-one-is-slowed', flood), nobodyElseIsSlowed(noise))
  },
)

/** As many as anybody may, on a line and by calls in turn, each stopped at once; then one more on each way. */
Then(
  '{user} may send {count} messages within a minute and no more, on her/his/their line and by calls together, while others may',
  async function (person: Person, most: number) {
    const others = whoCameThrough(this.crowd, this.scenario.state.of(IsolationState).load.get()).slice(0, 2)
    const act = (): Promise<FullMinute> => fillTheMinute(person, most, others, this.scenario)
    const seen = await this.observe(act, 'per-user-limits')
    this.judge(minuteIsFull(most, seen), waitIsWhatIsLeft(seen, this.scenario.tolerance))
  },
)

/** Everything that anybody was shown until now, searched for what is another's. */
Then('nobody was shown anything of another', function () {
  this.judge(nothingForeign('nobody-sees-anothers', this.scenario))
})

/** All at the same moment; where one is not well it is asked again, for that may be an accident. */
Then(
  'every part of the platform says in time that it is well, and of itself nothing but what is so',
  async function () {
    const [somebody] = this.crowd
    const { scenario } = this
    const seen = await this.observe(() => healthReports(somebody, scenario))
    this.judge(
      healthInTime(seen, scenario.within(PROMISED.health)),
      healthIsTrue(seen, healthSetting(scenario)),
      offersAreNamed(seen),
    )
  },
)
