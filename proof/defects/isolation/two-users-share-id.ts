import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of those who come at the same moment, two are given one identity',
  reference: 'CWE-340; CWE-567',
  reddens: [{ check: 'ISO-1.everybody-is-somebody-else', because: /5 people, [1-4] identities/ }],
  verdict: 'isolation-violated',
  sparesNothing: 'whoever comes soon after the bystander may be given her identity',
  plant: () => ({
    auth: {
      tokenIssuer: (_kit, standard) => {
        let latest = { id: '', at: 0 }
        // Who looks at the target before, and who only watches, come alone.
        const alone = new Set<string>()
        /** Its own, unless somebody else has come just before. */
        const idOf = (id: string): string => {
          if (alone.size < 2 || alone.has(id)) {
            alone.add(id)
            return id
          }
          const isSameMoment = Date.now() - latest.at < MOMENT_MS
          latest = { id: isSameMoment ? latest.id : id, at: Date.now() }
          return latest.id
        }
        return {
          ...standard,
          issue: (account, kind) => standard.issue({ ...account, id: idOf(account.id) }, kind),
        }
      },
    },
  }),
}

const MOMENT_MS = 300
