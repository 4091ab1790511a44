import { check, settle, type Check } from '#expect/check'
import type { Seen } from '#expect/seen'

/** Whether what somebody has looks just as it did before others tried anything. */
export interface OwnedNow {
  readonly name: string
  readonly isUntouched: boolean
}

/** Nothing of anybody's has changed: whoever could change it has reached what is another's. */
export function nothingHasChanged(seen: Seen<readonly OwnedNow[]>): Check {
  return check('nothing-has-changed', "everybody's conversations and work as before", seen, (people) => {
    const changed = people.filter(({ isUntouched }) => !isUntouched).map(({ name }) => name)
    const observed =
      changed.length > 0 ? `changed: ${changed.join(', ')}` : `those of ${people.length} people are`
    return settle(people.length > 1 && changed.length === 0, { observed, leak: changed.length > 0 })
  })
}
