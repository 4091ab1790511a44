import type { Defect } from '#proof/defect'
import { livingOtherwise } from '#damage/issuing'

export const defect: Defect = {
  wrong: 'The first pass of an account lives as long as is promised, each later one for an hour',
  reference: 'Platform contract, 2: They live 15 minutes at most',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      inside: 'AUTH-4',
      breaks: ['token.access-lifetime'],
      because: /one pass lives 900 s, another 3600 s/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-5'],
  plant: (configs) => ({
    auth: {
      tokenIssuer: (_kit, standard) => {
        const seen = new Set<string>()
        return livingOtherwise(standard, configs['auth-service'].signingSecret, ({ id }, kind) => {
          if (kind === 'refresh') return undefined
          if (seen.has(id)) return 3600
          seen.add(id)
          return undefined
        })
      },
    },
  }),
}
