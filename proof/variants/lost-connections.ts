import { atFirst } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'
import type { RelayedRequest } from '#wire/saboteur'

/** Connections that are lost under calls which may be made once more. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-sign-ins-lost-for-a-moment': {
    ...{
      differs: 'The connection of the first sign-in of each kind is lost',
      misleads: ['AUTH-1', 'AUTH-4'],
    },
    wire: () => {
      const met = new Set<string>()
      const isSignIn = ({ method, path }: { method: string; path: string }): boolean =>
        method === 'POST' && /^\/auth\/(login|validate|e2e)/.test(path)
      return { fate: (request: RelayedRequest) => (atFirst(request, met, isSignIn) ? 'reset' : 'passed') }
    },
  },
  'sound-loses-one-connection-in-six': {
    ...{ differs: 'Every sixth reading loses its connection', due: 'passed-with-deviations' },
    ...{ because: /connections were lost, and the calls made again/, misleads: ['ISO-4'] },
    wire: () => {
      let readings = 0
      return {
        fate: ({ method, path }: RelayedRequest) =>
          method === 'GET' && path.startsWith('/api') && (readings += 1) % 6 === 0 ? 'reset' : 'passed',
      }
    },
  },
}
