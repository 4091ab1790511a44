import type { ToldRun } from '#contract/observed-run'
import { planOfFive } from '#promises/shared/assignments'
import { Inquiry } from '#promises/shared/question-run'
import { topic } from '#world/memory'
import type { Person } from '#world/person'

const TWO_WORKS = topic<readonly [Inquiry, Inquiry]>('asked for two works at once')

/** Asks for a long piece of work in each of two conversations, at the same time and on the same line. */
export async function askForTwoWorks(person: Person): Promise<void> {
  const { device } = person
  const [first, second] = [planOfFive(person), planOfFive(person, 'egret')]
  const threads = [await device.beginConversation('One work'), await device.beginConversation('Another')]
  const works = await Promise.all([
    Inquiry.put(device, first.text, threads[0]),
    Inquiry.put(device, second.text, threads[1]),
  ])
  person.memory.note(TWO_WORKS, works)
}

export async function twoWorks({ memory }: Person): Promise<readonly [ToldRun, ToldRun]> {
  const [first, second] = memory.recall(TWO_WORKS)
  return Promise.all([first.ended(), second.ended()])
}
