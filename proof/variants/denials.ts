import { Refusal } from '@netra/local-stack/service-kit/refusal'
import type { SoundVariant } from '#proof/sound-variant'

function denying(status: number, code: string): SoundVariant {
  return {
    differs: `What is another's and what does not exist are both answered ${status}`,
    due: 'passed-with-deviations',
    because: /not kept to the letter/,
    misleads: ['AUTH-3', 'LIVE-5', 'ISO-1', 'ISO-3', 'ISO-4'],
    plant: () => ({ backend: { notYours: () => () => new Refusal(status, code, 'This is not possible') } }),
  }
}

/** Other ways to deny what nobody may see. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-denied-by-403': denying(403, 'FORBIDDEN'),
  'sound-denied-by-401': denying(401, 'UNAUTHORIZED'),
  'sound-denied-by-410': denying(410, 'NOT_FOUND'),
}
