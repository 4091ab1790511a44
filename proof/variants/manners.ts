import { randomBytes } from 'node:crypto'
import { answering, everyField } from '#damage/json'
import { telling, untold, type Tell, type Word } from '#damage/telling'
import type { SoundVariant } from '#proof/sound-variant'
import { modelSaying } from './models.ts'

const PLAYED = ['CHAT-1', 'CHAT-2', 'CHAT-5', 'LIVE-1'] as const

/** Other manners of naming, of working with tools, and of writing. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  // "`id`", "`event_id` (unique)", "`connection_id`": their shape is open.
  'sound-ids-are-short': {
    differs: 'Messages, events and lines have ids like m7, e12 and c3',
    misleads: ['CHAT-1', 'LIVE-1', 'LIVE-2', 'ISO-3'],
    wire: () => {
      const numbers = { msg: numbering(), evt: numbering(), conn: numbering() }
      const short = (text: string): string =>
        text.replace(
          /\b(msg|evt|conn)_[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g,
          (id, kind: keyof typeof numbers) => `${kind.charAt(0)}${numbers[kind](id)}`,
        )
      return {
        answer: (answer) => ({ ...answer, body: short(answer.body) }),
        hear: (frame) => [short(frame)],
      }
    },
  },

  // "Access tokens are JWTs": what refresh tokens are is open.
  'sound-renewals-are-opaque': {
    differs: 'What renews a pass is a random word, and no token that can be read',
    misleads: ['AUTH-1', 'AUTH-2', 'AUTH-3', 'AUTH-4'],
    wire: () => {
      const [shown, meant] = [new Map<string, string>(), new Map<string, string>()]
      const hide = (token: string): string => {
        const word = shown.get(token) ?? `rt_${randomBytes(32).toString('base64url')}`
        shown.set(token, word)
        meant.set(word, token)
        return word
      }
      const { answer: hidden } = answering((body) =>
        everyField(body, (name, value) =>
          name === 'refresh_token' && typeof value === 'string' ? hide(value) : value,
        ),
      )
      return {
        ask: (text) => text.replace(/rt_[\w-]{43}/g, (word) => meant.get(word) ?? word),
        answer: (answer, request) => {
          if (request.service !== 'auth') return answer
          const { location } = answer.headers
          if (typeof location !== 'string') return hidden?.(answer, request) ?? answer
          const led = location.replace(/(?<=[#&]refresh_token=)[^&]+/, hide)
          return { ...answer, headers: { ...answer.headers, location: led } }
        },
      }
    },
  },

  // "`status` success or error": a tool may fail and then work; what counts is that no failure is told as a success.
  'sound-tool-is-tried-again': {
    differs: 'The first use of the cost calculator in a work fails, and the second one does not',
    misleads: ['CHAT-1', 'CHAT-2', 'CHAT-4', 'CHAT-5'],
    plant: tells(() => {
      const tried = new Set<string>()
      return async (word, tell) => {
        const { tool_name: tool, tool_call_id: id, parameters } = word.details
        const isFirst =
          word.type === 'tool_executing' && tool === 'cost_calculator' && !tried.has(word.run.id)
        if (!isFirst) return tell(word)
        tried.add(word.run.id)
        const call = { tool_name: tool, tool_call_id: `${String(id)}-tried` }
        const failed = { status: 'error', result: { error: 'It took too long.' }, execution_time_ms: 1 }
        await tell({ ...word, details: { ...call, parameters } })
        await tell({ ...word, type: 'tool_completed', details: { ...call, ...failed } })
        return tell(word)
      }
    }),
  },

  // "one `tool_completed` … after it and before its agent ends": two tools may be at work side by side.
  'sound-tools-side-by-side': {
    differs: 'An agent that uses two tools begins the second before the first is done',
    misleads: PLAYED,
    plant: tells(() => {
      const held = new Map<string, Word>()
      return async (word, tell) => {
        const { type, details, run } = word
        const waiting = held.get(run.id)
        if (!waiting && type === 'tool_completed' && details['tool_name'] === 'cost_calculator') {
          held.set(run.id, word)
          return untold(word)
        }
        if (!waiting || !['tool_completed', 'agent_completed', 'agent_error'].includes(type))
          return tell(word)
        held.delete(run.id)
        if (type !== 'tool_completed') await tell(waiting)
        const event = await tell(word)
        if (type === 'tool_completed') await tell(waiting)
        return event
      }
    }),
  },

  // What cannot be done is said plainly: also below every answer.
  'sound-says-below-each-answer-what-it-cannot': {
    ...modelSaying(
      'Below every answer stands what can never be done',
      (text) =>
        `${text}\n\nNothing outside of this conversation can be read, and no mail can be sent to contacts.`,
    ),
    misleads: ['CHAT-1', 'CHAT-3', 'CHAT-4', 'CHAT-5'],
  },
  // "a figure that neither the asker nor a tool gave does not appear": the number of a note is no figure.
  'sound-answers-with-footnotes': modelSaying('Findings have footnotes, with numbers', (text) => {
    const number = numbering()
    const noted = text.replace(/^(?!#|\||- |\s*$).+$/gm, (line) => `${line}[^${number(line)}]`)
    const notes = [...noted.matchAll(/\[\^(\d+)\]$/gm)].map(([, at]) => `[^${at}]: From your figures.`)
    return `${noted}\n\n${[...new Set(notes)].join('\n')}`
  }),
}

/** Agents go about their work otherwise. @param act makes, for one platform, how a word is told */
function tells(act: () => (word: Word, tell: Tell) => ReturnType<Tell>): NonNullable<SoundVariant['plant']> {
  return () => {
    const told = act()
    return { backend: { publisher: (_kit, standard) => telling(standard, told) } }
  }
}

/** Numbers things in the order in which they were met. */
function numbering(): (key: string) => number {
  const met = new Map<string, number>()
  return (key) => {
    const number = met.get(key) ?? met.size + 1
    met.set(key, number)
    return number
  }
}
