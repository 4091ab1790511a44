import { answering } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'
import { notFound } from './absent.ts'

/** A backend that names no capabilities, and has no routes that begin so. */
function without(start: string): Pick<SoundVariant, 'wire'> {
  return {
    wire: () => ({
      ...answering((body, { path }) => {
        return path === '/health'
          ? { ...(body as Record<string, never>), capabilities: undefined as never }
          : body
      }),
      instead: (request) => (request.path.startsWith(start) ? notFound(request) : undefined),
    }),
  }
}

/** Backends that have only a part of what the contract has, and demand nothing of it. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-backend-without-runs': {
    ...{ differs: 'The backend keeps no record of works, and says so by 404', due: 'not-testable' },
    ...{ because: /does not offer .*runs/, misleads: ['CHAT-5'], ...without('/api/runs') },
  },
  'sound-backend-without-conversations': {
    ...{ differs: 'The backend has no conversations, and says so by 404', due: 'not-testable' },
    ...{ because: /does not offer .*threads/, misleads: ['CHAT-1'], ...without('/api/threads') },
  },
}
