import { answering, everyField, saying, type Json } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'
import type { RelayedAnswer } from '#wire/saboteur'

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Every moment that is told, in answers and on lines. */
function moments(
  differs: string,
  write: (time: string) => string,
  due: SoundVariant['due'] = 'passed',
): SoundVariant {
  return {
    ...{ differs, due, misleads: ['AUTH-3', 'CHAT-2', 'LIVE-1', 'LIVE-2', 'ISO-4'] },
    wire: () =>
      saying((body) =>
        everyField(body, (name, value) =>
          typeof value === 'string' && TIME.test(value) && name !== 'content' ? write(value) : value,
        ),
      ),
  }
}

/** People by ids of another shape. @param shape of the n-th */
function people(differs: string, shape: (index: number) => string): SoundVariant {
  let index = 0
  return {
    ...{ differs, misleads: ['AUTH-1', 'LIVE-4', 'ISO-1', 'ISO-4'] },
    plant: () => ({
      auth: {
        accounts: (_kit, standard) => ({
          ...standard,
          add: (account) => standard.add(Object.assign({ id: shape((index += 1)) }, account)),
        }),
      },
    }),
  }
}

const REDIRECTS: Readonly<Record<number, number>> = { 302: 303 }

function redirecting(answer: RelayedAnswer): RelayedAnswer {
  const status = REDIRECTS[answer.status]
  const { location } = answer.headers
  if (status === undefined || typeof location !== 'string') return answer
  const url = new URL(location)
  if (url.searchParams.has('error')) url.searchParams.set('error_description', 'Sorry.')
  else if (url.hash.includes('access_token')) url.hash += '&token_type=Bearer&expires_in=900'
  else if (url.searchParams.has('code_challenge')) url.searchParams.set('access_type', 'offline')
  return { ...answer, status, headers: { ...answer.headers, location: url.href } }
}

/** The same, written otherwise. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-times-as-python-writes-them': moments(
    'Moments are told in microseconds, with an offset of +00:00',
    (time) => time.replace('Z', '123+00:00'),
    'passed-with-deviations',
  ),
  'sound-times-in-whole-seconds': moments('Moments are told in whole seconds', (time) =>
    time.replace(/\.\d+/, ''),
  ),
  'sound-people-are-numbers': people('People have short numbers as ids', (index) => String(1_000 + index)),
  'sound-tokens-of-a-bearer': {
    differs: 'The kind of a pass is told in small letters',
    due: 'passed-with-deviations',
    because: /`token_type`/,
    misleads: ['AUTH-1', 'AUTH-3'],
    wire: () =>
      answering((body) =>
        everyField(body, (name, value: Json) => (name === 'token_type' ? 'bearer' : value)),
      ),
  },
  'sound-redirects-say-more': {
    differs: 'Redirects are answered 303, and carry more than they have to',
    due: 'passed-with-deviations',
    because: /answered 303/,
    misleads: ['AUTH-2'],
    wire: () => ({ answer: redirecting }),
  },
  'sound-states-are-signed': {
    differs: 'State and nonce consist of a value and its signature, with a point between',
    misleads: ['AUTH-2'],
    plant: () => ({
      auth: {
        outsideProvider: (_kit, standard) => ({
          ...standard,
          prepare: () => {
            const { state, nonce, codeVerifier } = standard.prepare()
            return { state: `${state}.${state}`, nonce: `${nonce}.${nonce}==`, codeVerifier }
          },
        }),
      },
    }),
  },
}
