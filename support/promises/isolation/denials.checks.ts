import { DENIAL_CODES, ERRORS, OTHER_DENIALS } from '#contract/codes'
import { saysWhy } from '#contract/refusal-words'
import type { Reply, Trespass } from './trespass.checks.ts'

const NOT_FOUND = 404

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
  if (reply.kind === 'answer') {
    if (reply.status === NOT_FOUND) return isInOtherWords(reply.body) ? ['404 in other words'] : []
    return OTHER_DENIALS.includes(reply.status) ? [String(reply.status)] : []
  }
  const code = reply.kind === 'frame' && reply.told === 0 ? (reply.error?.error_code ?? '') : ''
  return DENIAL_CODES.includes(code) ? [code] : []
}

/** It says why, and by no code of something else. */
function isInOtherWords(body: unknown): boolean {
  const code =
    typeof body === 'object' && body !== null && 'error_code' in body ? body.error_code : 'NOT_FOUND'
  return code !== ERRORS.notFound && /NOT_FOUND$/.test(String(code)) && saysWhy(JSON.stringify(body))
}
