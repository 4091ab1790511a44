import { answering, saying, type Json } from '#damage/json'
import { hearing } from '#damage/wire'
import { telling, type Tell, type Word } from '#damage/telling'
import type { SoundVariant } from '#proof/sound-variant'

type Fields = Readonly<Record<string, Json>>
const PLAYED = ['CHAT-1', 'CHAT-2', 'CHAT-5', 'LIVE-1', 'LIVE-3'] as const

function tells(act: (word: Word, tell: Tell) => ReturnType<Tell>): NonNullable<SoundVariant['plant']> {
  return () => ({ backend: { publisher: (_kit, standard) => telling(standard, act) } })
}

/** What the contract leaves to whoever keeps it. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-stopped-work-says-why': {
    ...{ differs: 'The record of stopped work says that its owner has stopped it' },
    misleads: ['CHAT-3', 'LIVE-5', 'ISO-4', 'ISO-5'],
    wire: () =>
      answering((body) => {
        const { status, run_id: run } = (body ?? {}) as Fields
        return run && status === 'cancelled' ? { ...(body as Fields), error: 'Stopped by its owner.' } : body
      }),
  },
  'sound-progress-in-fractions': {
    ...{ differs: 'Progress is told in fractions of a percent', misleads: ['CHAT-3', 'LIVE-1', 'LIVE-3'] },
    plant: tells((word, tell) => {
      const { progress_percentage: at } = word.details
      if (word.type !== 'progress_update' || typeof at !== 'number') return tell(word)
      return tell({ ...word, details: { ...word.details, progress_percentage: at * 0.997 } })
    }),
  },
  'sound-results-of-agents-are-objects': {
    ...{ differs: 'What an agent gives back is an object', misleads: PLAYED },
    plant: tells((word, tell) => {
      const { result } = word.details
      if (word.type !== 'agent_completed' || word.agent === 'supervisor') return tell(word)
      return tell({ ...word, details: { ...word.details, result: { summary: result, confidence: 0.9 } } })
    }),
  },
  'sound-thoughts-over-many-lines': {
    ...{ differs: 'Thoughts are told over many lines, with what they cost', misleads: PLAYED },
    plant: tells((word, tell) => {
      if (word.type !== 'agent_thinking') return tell(word)
      const reasoning = `Step\n\n- ${String(word.details['reasoning'])}\n- that is all\n`
      return tell({ ...word, details: { ...word.details, reasoning } })
    }),
  },
  'sound-work-takes-its-time': {
    ...{ differs: 'Each thing that happens takes a quarter of a second longer' },
    misleads: ['CHAT-3', 'LIVE-2', 'LIVE-3', 'ISO-4'],
    plant: tells(async (word, tell) => {
      await new Promise((resolve) => setTimeout(resolve, 250))
      return tell(word)
    }),
  },
  'sound-denied-by-another-code': {
    ...{ differs: "What is another's and what does not exist are both answered 404 NOT_FOUND" },
    misleads: ['AUTH-3', 'LIVE-5', 'ISO-1', 'ISO-3', 'ISO-4'],
    ...{ due: 'passed-with-deviations', because: /not kept to the letter/ },
    wire: () => {
      const change = (body: Json): Json => {
        const { error_code: code } = (body ?? {}) as Fields
        return code === 'THREAD_NOT_FOUND' ? { ...(body as Fields), error_code: 'NOT_FOUND' } : body
      }
      return saying(change)
    },
  },
  'sound-empty-notes-are-null': {
    ...{ differs: 'Conversations and messages without notes have null there', misleads: ['AUTH-4', 'ISO-4'] },
    ...{ due: 'passed-with-deviations', because: /`(messages\[\]\.)?metadata` is missing/ },
    wire: () =>
      answering(
        (body) =>
          JSON.parse(JSON.stringify(body), (name, value: Json) =>
            name === 'metadata' && JSON.stringify(value) === '{}' ? null : value,
          ) as Json,
      ),
  },
  'sound-welcome-counts-lines': {
    ...{ differs: 'The welcome says how many lines there are, and what may be said' },
    misleads: ['LIVE-1', 'LIVE-4'],
    wire: () =>
      hearing((frame) =>
        frame.type === 'connection_established'
          ? [{ ...frame, payload: { ...frame.payload, lines: 1, features: ['resume'], session: null } }]
          : [frame],
      ),
  },
}
