import { floodIsSlowed } from '#promises/shared/flood.checks'
import { crowdSucceeds, phasesInBudget } from '#promises/isolation/load.checks'
import { nobodyElseIsSlowed } from '#promises/isolation/noise.checks'
import { describeLoad, forgiveFailures, LOAD, playLoad, whoCameThrough } from '#promises/isolation/load'
import { beNoisy } from '#promises/isolation/noise'
import { nothingForeign } from '#world/always'
import type { Person } from '#world/person'
import { Given, Then, When } from '#world/steps'

Given('a crowd of {crowd}', function (_crowd: readonly Person[]) {
  // They are there; nothing is known of them yet.
})

When('they all register, connect, ask and read back at the same moment', async function () {
  const load = await playLoad(this.crowd)
  forgiveFailures(load, this.scenario)
  const { text, data } = describeLoad(load)
  this.scenario.notes.push(text)
  this.scenario.attachments.push({ fileName: 'load.json', mediaType: 'application/json', content: data })
  this.crowdMemory.note(LOAD, load)
})

Then('all that were promised to come through do', async function () {
  const { passages } = this.crowdMemory.recall(LOAD)
  await this.judge(crowdSucceeds(this.scenario.target.promises.successUnderLoad, () => passages))
})

Then('nobody has waited longer than promised', async function () {
  const { passages } = this.crowdMemory.recall(LOAD)
  await this.judge(phasesInBudget(() => passages))
})

Then(
  '{user}, who asks for far more than anybody may, is slowed, and nobody else is',
  async function (noisy: Person) {
    const others = whoCameThrough(this.crowd, this.crowdMemory.recall(LOAD))
    const noise = beNoisy(noisy, others, this.scenario)
    await this.judge(
      floodIsSlowed('ISO-5.noisy-one-is-slowed', async () => (await noise).flood),
      nobodyElseIsSlowed(async () => (await noise).others),
    )
  },
)

Then('nobody was shown anything of another', async function () {
  await this.judge(nothingForeign('ISO-5.nobody-sees-anothers', this.scenario))
})
