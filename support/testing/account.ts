import type { MeAnswer, MessageAnswer, ThreadAnswer } from '#contract/answers'
import type { AccountState } from '#promises/shared/account.checks'

const AT = '2026-01-02T03:04:05Z'

const ME: MeAnswer = {
  user_id: 'u-1',
  email: 'asha@example.org',
  name: 'Asha',
  permissions: ['read'],
  auth_provider: 'password',
  created_at: AT,
  token_expires_at: AT,
}

const THREAD: ThreadAnswer = {
  id: 't-1',
  object: 'thread',
  title: 'Costs of asha-1',
  metadata: {},
  message_count: 1,
  created_at: AT,
  updated_at: AT,
}

const QUESTION: MessageAnswer = {
  id: 'm-1',
  role: 'user',
  content: 'What does it cost?',
  run_id: 'r-1',
  metadata: {},
  created_at: AT,
}

/** An account with one conversation, as its owner sees it. @param more what is otherwise about her */
export function anAccount(more: Partial<MeAnswer> = {}): AccountState {
  return { me: { ...ME, ...more }, total: 1, threads: [{ thread: THREAD, messages: [QUESTION] }] }
}
