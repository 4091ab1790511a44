import type { Defect } from '#proof/defect'
import { refusing } from '#damage/wire'

export const defect: Defect = {
  wrong: 'One refusal on one route now and then shows where in the code it arose',
  reference: 'OWASP ASVS 5.0, 16.5.1; CWE-209; a library that tells its own errors',
  reddens: [
    { check: 'ALWAYS.no-inside-shows', because: /a trace of the inside, "at Runs.byId/, inside: 'ISO-4' },
  ],
  spares: ['CHAT-2'],
  wire: () => {
    let refusals = 0
    return refusing(
      ({ path }) => /^\/api\/runs\/[^/]+\/events/.test(path),
      (body) => {
        refusals += 1
        return refusals % 3 === 2
          ? { ...body, message: `${NOTHING}\n    at Runs.byId (runs.ts:38:11)` }
          : body
      },
    )
  },
}

const NOTHING = 'Nothing found'
