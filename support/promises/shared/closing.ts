import type { Answer } from '#clients/answer'
import { see } from '#expect/seen'
import { eventually } from '#waiting/eventually'
import type { Person } from '#world/person'
import type { Scenario } from '#world/scenario'

/** Closes an account, and waits until it is gone, for as long as that may take. @returns what closing it was answered */
export async function closeForGood(
  { auth }: Pick<Person, 'auth'>,
  token: string,
  scenario: Pick<Scenario, 'limitOf' | 'stop'>,
): Promise<Answer> {
  const answer = await auth.deleteMe(token)
  const limit = scenario.limitOf('connectionClose').promised
  const wait = { what: 'the end of a closed account', limit, stop: scenario.stop }
  // Whether it is gone then, whoever looks knows.
  if (answer.status < 300)
    await see(() =>
      eventually(
        wait,
        () => auth.me(token),
        ({ status }) => status >= 400,
        ({ status }) => String(status),
      ),
    )
  return answer
}
