import type { Reply } from './protocol.ts'

/** US dollars as a person would write them: `$1,234.50`. */
export function dollars(amount: number): string {
  return amount.toLocaleString('en-US', { style: 'currency', currency: 'USD' })
}

/** A count with thousands separators: `1,250,000`. */
export function count(amount: number): string {
  return amount.toLocaleString('en-US', { maximumFractionDigits: 2 })
}

export function say(text: string): Reply {
  return { text, toolCalls: [] }
}

/** @param text why the tools are needed; the agent shows it as its reasoning */
export function call(text: string, ...toolCalls: Reply['toolCalls']): Reply {
  return { text, toolCalls }
}
