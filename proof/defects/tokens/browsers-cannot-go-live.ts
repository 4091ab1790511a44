import { bearerToken } from '@netra/local-stack/service-kit/bearer'
import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The live line takes a token from the header only, which no browser can set',
  reference: 'Platform contract: header or subprotocol',
  reddens: [{ check: 'AUTH-5.own-pass-opens-every-door', because: /live line \(subprotocol\) is refused/ }],
  spares: ['CHAT-2'],
  plant: () => ({ backend: { liveTokenSource: () => bearerToken } }),
}
