import type { IdentityCheck } from '@netra/local-stack/backend/identity'
import type { BackendParts } from '@netra/local-stack/backend/parts'
import type { Replacements } from '@netra/local-stack/service-kit/compose'

const Renewal = /^\{"type":"reauthenticate","payload":\{"token":"([^"]*)"/

/** A line that shows a token which its owner could not come in with goes on all the same. @param also who she is by it */
export function renewingLines(also: IdentityCheck): Replacements<BackendParts> {
  return {
    frameHandler: (kit, standard) => async (connection, data, isBinary) => {
      const token = Renewal.exec(data)?.[1]
      const isGood = token === undefined || (await kit.liveIdentity(token)) !== undefined
      const member = isGood ? undefined : await also(token)
      if (member?.userId === connection.userId) connection.renew(member)
      else await standard(connection, data, isBinary)
    },
  }
}
