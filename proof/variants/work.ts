import { telling, type Tell, type Word } from '#damage/telling'
import type { SoundVariant } from '#proof/sound-variant'

type Act = (word: Word, tell: Tell) => ReturnType<Tell>

function tells(act: () => Act): NonNullable<SoundVariant['plant']> {
  return () => ({ backend: { publisher: (_kit, standard) => telling(standard, act()) } })
}

const PLAYED = ['CHAT-1', 'CHAT-2', 'LIVE-1', 'LIVE-3'] as const

/** Work that goes about otherwise. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-steps-counted-over-agents': {
    ...{ differs: 'Steps are counted over all agents of a work', misleads: PLAYED },
    plant: tells(() => {
      const steps = new Map<string, number>()
      return (word, tell) => {
        if (word.type !== 'agent_thinking') return tell(word)
        const step = (steps.get(word.run.id) ?? 0) + 1
        steps.set(word.run.id, step)
        return tell({ ...word, details: { ...word.details, step_number: step } })
      }
    }),
  },
  'sound-other-names-of-agents': {
    ...{
      differs: 'All agents but the supervisor have other names',
      misleads: [...PLAYED, 'CHAT-5', 'ISO-2'],
    },
    plant: tells(() => ({ agent, details, ...word }, tell) => {
      const name = (one: string): string =>
        /^(supervisor$|netra\.)/.test(one) ? one : `netra.${one}-agent/2`
      const parent = details['parent_agent']
      const named = typeof parent === 'string' ? { ...details, parent_agent: name(parent) } : details
      return tell({ ...word, agent: name(agent), details: named })
    }),
  },
  'sound-thinks-aloud-more': {
    ...{ differs: 'Agents think twice as often', misleads: PLAYED },
    plant: tells(() => {
      const steps = new Map<string, number>()
      return async (word, tell) => {
        if (word.type !== 'agent_thinking') return tell(word)
        const key = `${word.run.id} ${word.agent}`
        const step = (steps.get(key) ?? 0) + 1
        steps.set(key, step + 1)
        const think = (reasoning: string, step_number: number) =>
          tell({ ...word, details: { ...word.details, reasoning, step_number } })
        await think('Let me see what is wanted here.', step)
        return think(String(word.details['reasoning']), step + 1)
      }
    }),
  },
  'sound-steps-from-nought': {
    ...{ differs: 'Steps are counted from nought', misleads: PLAYED },
    plant: tells(() => (word, tell) => {
      const { step_number: step } = word.details
      if (typeof step !== 'number') return tell(word)
      return tell({ ...word, details: { ...word.details, step_number: step - 1 } })
    }),
  },
  'sound-agents-fail-and-go-on': {
    ...{ differs: 'An agent fails, says that this can be mended, and begins anew', misleads: PLAYED },
    plant: tells(() => async (word, tell) => {
      if (word.type !== 'agent_started' || word.agent !== 'data') return tell(word)
      await tell(word)
      const details = { error_code: 'MODEL_TIMEOUT', message: 'The model took too long.', recoverable: true }
      await tell({ ...word, type: 'agent_error', details })
      return tell(word)
    }),
  },
  'sound-more-fields-of-events': {
    ...{ differs: 'Events say more than they have to', misleads: PLAYED },
    plant: tells(
      () => (word, tell) =>
        tell({
          ...word,
          details: {
            ...word.details,
            model: 'gpt-4o',
            tokens_used: 812,
            phase: 'work',
            tags: [],
            extra: null,
          },
        }),
    ),
  },
}
