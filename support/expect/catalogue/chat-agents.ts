import { CHAT_QUESTIONS } from './chat-questions.ts'
import { CHAT_WORK } from './chat-work.ts'

/** The checks of `chat-agents.feature`. */
export const CHAT_AGENTS = { ...CHAT_QUESTIONS, ...CHAT_WORK } as const
