import type { Damage } from '#proof/defect'
import type { SoundVariant } from '#proof/sound-variant'
import type { Saboteur } from '#wire/saboteur'

type How = Pick<SoundVariant, 'plant' | 'wire'>

/** Several things at once: what is said on the wire passes them in this order, parts are exchanged by all of them. */
export function together(...all: readonly (How | undefined)[]): How {
  const [plants, wires] = [all.flatMap((one) => one?.plant ?? []), all.flatMap((one) => one?.wire ?? [])]
  return {
    plant: (configs) => plants.map((plant) => plant(configs)).reduce(merged, {}),
    wire: () => wires.map((wire) => wire()).reduce(inTurn, {}),
  }
}

function merged(one: Damage, other: Damage): Damage {
  return { auth: { ...one.auth, ...other.auth }, backend: { ...one.backend, ...other.backend } }
}

/** The first stands next to the platform. */
function inTurn(near: Saboteur, far: Saboteur): Saboteur {
  return {
    fate: (request) => {
      const fate = far.fate?.(request) ?? 'passed'
      return fate === 'passed' ? (near.fate?.(request) ?? 'passed') : fate
    },
    instead: (request) => far.instead?.(request) ?? near.instead?.(request),
    delay: (request) => (far.delay?.(request) ?? 0) + (near.delay?.(request) ?? 0),
    ...(near.ask || far.ask ? { ask: (text) => piped(piped(text, far.ask), near.ask) } : {}),
    answer: (answer, request) => {
      const told = near.answer?.(answer, request) ?? answer
      return far.answer?.(told, request) ?? told
    },
    hear: (frame, line, others) =>
      (near.hear?.(frame, line, others) ?? [frame]).flatMap(
        (heard) => far.hear?.(heard, line, others) ?? [heard],
      ),
    say: (frame, line) =>
      (far.say?.(frame, line) ?? [frame]).flatMap((said) => near.say?.(said, line) ?? [said]),
    ...(near.lag || far.lag ? { lag: () => (near.lag?.() ?? 0) + (far.lag?.() ?? 0) } : {}),
    end: (code, reason) => {
      const ended = near.end?.(code, reason) ?? { code, reason }
      return far.end?.(ended.code, ended.reason) ?? ended
    },
    refuse: (status) => far.refuse?.(status) ?? near.refuse?.(status),
  }
}

function piped(text: string, change: Saboteur['ask']): string {
  return change?.(text) ?? text
}
