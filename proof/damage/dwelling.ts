import { setTimeout } from 'node:timers/promises'
import type { Intent, Ownership } from '@netra/local-stack/backend/conversations/ownership'
import type { BackendParts } from '@netra/local-stack/backend/parts'
import type { Replacements } from '@netra/local-stack/service-kit/compose'

/** Takes so much longer, in milliseconds, to refuse what is another's. @param where for what is wanted of it */
export function dwellingOnForeign(
  late: number,
  where: (intent: Intent) => boolean,
): Replacements<BackendParts> {
  return {
    ownership: (kit, standard): Ownership => {
      const dwell = async (intent: Intent, thing: object | undefined): Promise<void> => {
        if (thing && where(intent)) await setTimeout(late)
      }
      return {
        thread: (userId, id, intent) =>
          standard.thread(userId, id, intent).catch(async (refusal: unknown) => {
            await dwell(intent, await kit.threads.byId(id))
            throw refusal
          }),
        run: (userId, id, intent) =>
          standard.run(userId, id, intent).catch(async (refusal: unknown) => {
            await dwell(intent, await kit.runs.byId(id))
            throw refusal
          }),
      }
    },
  }
}
