import { OTHER_DENIALS } from '#contract/codes'
import type { Reply, Trespass } from './trespass.checks.ts'

/** What a live connection may say where nothing is found, besides the contract's own word. */
export const DENIAL_CODES: readonly string[] = ['FORBIDDEN', 'ACCESS_DENIED', 'UNAUTHORIZED', 'NOT_FOUND']

/** Whether it was denied, in another way than the contract's. */
export function isDeniedOtherwise(reply: Reply): boolean {
  return waysOf(reply).length > 0
}

/** By which ways it was denied in another way than the contract's, each once. */
export function deniedOtherwise(tries: readonly Trespass[]): string[] {
  const texts = tries.flatMap(({ name, foreign }) =>
    waysOf(foreign).map(
      (way) =>
        `${name}: what is another's and what does not exist are denied alike, by ${way} where 404 is due`,
    ),
  )
  return [...new Set(texts)]
}

function waysOf(reply: Reply): string[] {
  if (reply.kind === 'answer') return OTHER_DENIALS.includes(reply.status) ? [String(reply.status)] : []
  const code = reply.kind === 'frame' && reply.told === 0 ? (reply.error?.error_code ?? '') : ''
  return DENIAL_CODES.includes(code) ? [code] : []
}
