import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'An error names whoever came last',
  reference: 'CWE-209; CWE-488',
  reddens: [{ check: 'ALWAYS.nothing-foreign-shows', because: /was shown .* in exchange/, inside: 'ISO-4' }],
  verdict: 'isolation-violated',
  spares: ['CHAT-2'],
  wire: () => {
    let latest = ''
    return {
      answer: (answer) => {
        latest = /"email":"([^"]+)"/.exec(answer.body)?.[1] ?? latest
        if (answer.status !== 404 || !latest) return answer
        const body: unknown = { ...(JSON.parse(answer.body) as object), owner: latest }
        return { ...answer, body: JSON.stringify(body) }
      },
    }
  },
}
