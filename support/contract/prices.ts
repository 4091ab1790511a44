/** What a model costs: US dollars for a million tokens. */
export interface ModelPrice {
  readonly input: number
  readonly output: number
}

/** The price catalogue (section 5). */
export const PRICES: Readonly<Record<string, ModelPrice>> = {
  'gpt-4o': { input: 2.5, output: 10 },
  'gpt-4o-mini': { input: 0.15, output: 0.6 },
  'claude-sonnet': { input: 3, output: 15 },
  'claude-haiku': { input: 0.8, output: 4 },
  'mistral-large': { input: 2, output: 6 },
  'mistral-small': { input: 0.2, output: 0.6 },
}
