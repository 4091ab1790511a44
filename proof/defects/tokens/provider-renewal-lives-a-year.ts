import type { Defect } from '#proof/defect'
import { livingOtherwise } from '#damage/issuing'

export const defect: Defect = {
  wrong: 'What renews a session from the provider lives for a year',
  reference: 'Platform contract, 2: refresh tokens 14 days at most',
  reddens: [
    {
      check: 'ALWAYS.answers-keep-the-contract',
      inside: 'AUTH-2',
      breaks: ['token.refresh-lifetime'],
      because: /what renews it lives 31536000 s/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: (configs) => ({
    auth: {
      tokenIssuer: (_kit, standard) =>
        livingOtherwise(standard, configs['auth-service'].signingSecret, ({ authProvider }, kind) =>
          authProvider === 'google' && kind === 'refresh' ? 31_536_000 : undefined,
        ),
    },
  }),
}
