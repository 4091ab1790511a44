import type { Defect } from '#proof/defect'

/** As whoever wraps every error in one of its own. */
const OTHERWISE: Readonly<Record<number, number>> = { 403: 401, 409: 500, 429: 500 }

export const defect: Defect = {
  wrong: 'Whoever stands in front answers 403 as 401, and 409 and 429 as 500 with the original inside',
  reference: 'Profile of a backend: remapped statuses',
  reddens: [
    { check: 'AUTH-1.address-taken-in-any-spelling', because: /500/ },
    { check: 'LIVE-5.flood-is-slowed', because: /one more by a call: 500, not 429/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-1'],
  wire: () => ({
    answer: (answer) => {
      const status = OTHERWISE[answer.status]
      if (status === undefined) return answer
      return { ...answer, status, body: JSON.stringify({ detail: `${answer.status}: ${answer.body}` }) }
    },
  }),
}
