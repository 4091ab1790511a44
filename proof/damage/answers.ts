import type { Supervisor, Task } from '@netra/local-stack/backend/agents/supervisor'

/** Lets the agents work as usual, and has something else said in the end. */
export function rewording(
  standard: Supervisor,
  reword: (text: string, task: Task, notDone: readonly string[]) => string,
): Supervisor {
  return {
    answer: async (task) => {
      const answer = await standard.answer(task)
      return { ...answer, text: reword(answer.text, task, answer.notDone) }
    },
  }
}

/** The sections of an answer, each with its heading. */
export function sectionsOf(text: string): string[] {
  return text.split(/(?=^## )/m)
}
