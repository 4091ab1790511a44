import { answering, type Json } from '#damage/json'
import type { SoundVariant } from '#proof/sound-variant'

type Paths = Record<string, Record<string, Json>>

/** Of what is published, some is written otherwise, and some is nobody's business. */
function publishing(change: (paths: Paths) => Paths, more: Record<string, Json> = {}): SoundVariant['wire'] {
  return () =>
    answering((body, { path }) => {
      if (path !== '/openapi.json') return body
      const document = body as Record<string, Json>
      return { ...document, ...more, paths: change(document['paths'] as Paths) }
    })
}

/** As on record of staging, where tickets are kept elsewhere. */
const TICKETS = '/api/websocket/tickets/status'
const AWAY = {
  status: 503,
  headers: { 'content-type': 'application/json' },
  body: '{"detail":"Ticket storage is not available"}',
}

/** Documents of what a backend offers, in the hand of other frameworks. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-publishes-with-other-names': {
    ...{ differs: 'Ids in the paths that are published have other names, and paths have parameters' },
    misleads: ['ISO-4'],
    wire: publishing(
      (paths) =>
        Object.fromEntries(
          Object.entries(paths).map(([path, methods]) => {
            const id = { name: 'identifier', in: 'path', required: true, schema: { type: 'string' } }
            const named = path.replace(/\{\w+\}/g, '{identifier}')
            return [named, { summary: 'Of the platform', parameters: path === named ? [] : [id], ...methods }]
          }),
        ),
      { openapi: '3.1.0', servers: [{ url: '/' }], tags: [] },
    ),
  },
  'sound-publishes-what-is-away': {
    ...{ differs: 'The backend publishes a route whose store is away: it answers 503' },
    ...{ due: 'passed-with-deviations', because: /not kept to the letter/, misleads: ['ISO-4'] },
    wire: () => ({
      ...publishing((paths) => ({ ...paths, [TICKETS]: { get: {} } }))?.(),
      instead: ({ path }) => (path === TICKETS ? AWAY : undefined),
    }),
  },
}
