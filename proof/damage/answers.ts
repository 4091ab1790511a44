import type { Supervisor } from '@netra/local-stack/backend/agents/supervisor'

/** Lets the agents work as usual, and has something else said in the end. */
export function answering(standard: Supervisor, text: string): Supervisor {
  return { answer: async (task) => ({ ...(await standard.answer(task)), text }) }
}
