import { setTimeout as pause } from 'node:timers/promises'
import type { Accounts } from '@netra/local-stack/auth-service/accounts'
import type { AuthParts } from '@netra/local-stack/auth-service/parts'
import type { Replacements } from '@netra/local-stack/service-kit/compose'
import type { Supervisor, Task } from '@netra/local-stack/backend/agents/supervisor'

type NewAccount = Parameters<Accounts['add']>[0]
type Added = ReturnType<Accounts['add']>

const MOMENT_MS = 200

/** Accounts of which another answer is given to whoever registers an address at the same moment as somebody else. */
export function losersOfARegistration(
  answer: (account: NewAccount, kit: AuthParts, standard: Accounts) => Added,
): Replacements<AuthParts>['accounts'] {
  return (kit, standard) => {
    const under = new Set<string>()
    return {
      ...standard,
      add: async (account) => {
        const key = kit.addressKey(account.email)
        const isRace = under.has(key)
        under.add(key)
        await pause(MOMENT_MS)
        const added = await standard.add(account)
        under.delete(key)
        return added ?? (isRace ? answer(account, kit, standard) : undefined)
      },
    }
  }
}

/** A supervisor that answers the first question again while the work on it goes on, where one belongs to the other. */
export function answeringTheFirst(
  standard: Supervisor,
  belongs: (one: Task['run'], other: Task['run']) => boolean,
): Supervisor {
  const atWork: Task[] = []
  return {
    answer: async (task) => {
      const other = atWork.find(({ run }) => belongs(run, task.run))
      atWork.push(task)
      try {
        return await standard.answer({ ...task, question: other?.question ?? task.question })
      } finally {
        atWork.splice(atWork.indexOf(task), 1)
      }
    },
  }
}
