import type { ObservedRun } from '#contract/observed-run'
import { planOfFive } from '#promises/shared/assignments'
import { QuestionRun } from '#promises/shared/question-run'
import { topic } from '#world/memory'
import type { Person } from '#world/person'

const TWO_WORKS = topic<readonly [QuestionRun, QuestionRun]>('asked for two works at once')

/** Asks for a long piece of work in each of two conversations, at the same time and on the same line. */
export async function askForTwoWorks(person: Person): Promise<void> {
  const { device } = person
  const [first, second] = [planOfFive(person), planOfFive(person, 'egret')]
  const threads = [await device.createThread('One work'), await device.createThread('Another')]
  const works = await Promise.all([
    QuestionRun.ask(device, first.text, threads[0]),
    QuestionRun.ask(device, second.text, threads[1]),
  ])
  person.memory.note(TWO_WORKS, works)
}

export async function twoWorks({ memory }: Person): Promise<readonly [ObservedRun, ObservedRun]> {
  const [first, second] = memory.recall(TWO_WORKS)
  return Promise.all([first.ended(), second.ended()])
}
