import { explains, saysWhy } from '#contract/refusal-words'
import { check, settle, type Check } from '#expect/check'
import { NotSeen, type Seen } from '#expect/seen'
import { describeAttempt, type Attempt } from '#promises/shared/refusals.checks'

const [UNREADABLE, TOO_LARGE] = [422, 413]

/** What is not what is due is refused as such. */
export function unreadableRefused(seen: Seen<readonly Attempt[]>): Check {
  const expected = `each refused (${UNREADABLE}) with a reason`
  return check('unreadable-is-refused', expected, seen, (attempts) => {
    const odd = attempts.filter(({ status, text }) => status !== UNREADABLE || !saysWhy(text))
    return settle(attempts.length > 0 && odd.length === 0, { observed: told(attempts, odd) })
  })
}

/** What is too large is refused as such, and nothing else is. @param fitting what came of bodies that just fit */
export function tooMuchRefused(seen: Seen<readonly Attempt[]>, fitting: Seen<readonly Attempt[]>): Check {
  const expected = `each refused (${TOO_LARGE}) with a reason; what just fits is looked at`
  const fits = fitting instanceof NotSeen ? [] : fitting
  return check('too-much-is-refused', expected, seen, (attempts) => {
    const odd = [
      ...attempts.filter(({ status, text }) => status !== TOO_LARGE || !explains(status, text)),
      ...fits.filter(({ status }) => status === TOO_LARGE || status >= 500),
    ]
    const control = `what just fits was answered ${fits.map(({ status }) => status).join(', ') || 'nowhere'}`
    return settle(attempts.length > 0 && fits.length > 0 && odd.length === 0, {
      observed: told(attempts, odd),
      control,
    })
  })
}

function told(attempts: readonly Attempt[], odd: readonly Attempt[]): string {
  return odd.map(describeAttempt).join('; ') || `${attempts.length} refused with a reason`
}
