import { setTimeout as pause } from 'node:timers/promises'
import { monthlyCost, monthlyTokens } from '@netra/local-stack/backend/tools/workload'
import { isLast, telling, type Tell, type Word } from '#damage/telling'
import type { SoundVariant } from '#proof/sound-variant'
import { modelSaying } from './models.ts'

type Fields = Readonly<Record<string, unknown>>

const GUARDIAN = 'guardian'
const OTHER = { model: 'mistral-small', inputUsdPerMillion: 0.2, outputUsdPerMillion: 0.6 } as const
const MONEY = /\$((?:\d{1,3},)*\d{1,3})(\.\d\d)/g
const STEP = /^- Weeks (\d+) to (\d+): (.+?)\. Milestone: (.+)\.$/gm

/** Agents that go about their work otherwise, and tell it otherwise. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  // "triage, data, optimisation and reporting agents, at least".
  'sound-guardian-watches-all-along': {
    differs: 'One agent more is at work beside all others, from the first to the last',
    misleads: ['CHAT-1', 'CHAT-2', 'CHAT-5', 'LIVE-1'],
    plant: tells(guarded),
  },

  // "compute on the asker's own figures and on a price catalogue": for how many models, and in which order, is open.
  'sound-looks-at-another-model-first': {
    differs: 'The cost is computed on another model first, and then on the one that was asked about',
    misleads: ['CHAT-1', 'CHAT-2', 'CHAT-4', 'CHAT-5'],
    plant: tells(() => async (word, tell) => {
      const { tool_name: tool, tool_call_id: id, parameters } = word.details
      if (word.type !== 'tool_executing' || tool !== 'cost_calculator') return tell(word)
      const call = { tool_name: tool, tool_call_id: `${String(id)}-elsewhere` }
      const other = elsewhere(parameters as Fields)
      await tell({ ...word, details: { ...call, parameters: other.parameters } })
      const done = { status: 'success', result: other.result, execution_time_ms: 0.75 }
      await tell({ ...word, type: 'tool_completed', details: { ...call, ...done } })
      return tell(word)
    }),
  },

  // "The first event comes within 2 s": that the time of a work is counted from there is not said.
  'sound-work-waits-for-its-turn': {
    differs: 'Nothing is told of a work in the first second after it was accepted',
    misleads: ['CHAT-3', 'LIVE-1', 'LIVE-3', 'LIVE-5'],
    plant: tells(() => async (word, tell) => {
      if (word.type === 'agent_started' && word.agent === 'supervisor') await pause(1_000)
      return tell(word)
    }),
  },

  // The same figure twice, "in the unit and for the period that it has".
  'sound-amounts-told-exactly-and-in-short': modelSaying(
    'After a large amount stands the same in short: $12,345.67 (about $12.3k) a month',
    (text) =>
      text.replace(MONEY, (said, whole: string) => {
        const amount = Number(whole.replaceAll(',', ''))
        return amount < 10_000 ? said : `${said} (about ${shortly(amount)})`
      }),
  ),

  // Nothing is said of how parts are headed, nor how weeks are written.
  'sound-heads-underlined-and-weeks-in-short': modelSaying(
    'The heads of parts are underlined, and weeks are told as W1–W2',
    (text) =>
      text
        .replace(/^## (.+)$/gm, (_, title: string) => `${title}\n${'-'.repeat(Math.max(3, title.length))}`)
        .replace(STEP, (_, from: string, to: string, title: string, milestone: string) => {
          return `- W${from}–W${to} · ${title} → milestone: ${milestone}`
        }),
  ),

  // What a figure is of is said once, above all of them.
  'sound-weeks-stand-above-the-figures': modelSaying(
    'A timeline is a table, with weeks in the row above the figures',
    (text) => {
      const [first] = text.match(STEP) ?? []
      return text.replace(STEP, (step, from: string, to: string, title: string, milestone: string) => {
        const head = step === first ? '| Weeks | Step | Milestone |\n|---|---|---|\n' : ''
        return `${head}| ${from}–${to} | ${title} | ${milestone} |`
      })
    },
  ),
}

/** Agents go about their work otherwise. @param act makes, for one platform, how a word is told */
function tells(act: () => (word: Word, tell: Tell) => ReturnType<Tell>): NonNullable<SoundVariant['plant']> {
  return () => {
    const told = act()
    return { backend: { publisher: (_kit, standard) => telling(standard, told) } }
  }
}

function guarded(): (word: Word, tell: Tell) => ReturnType<Tell> {
  const thoughts = new Map<string, number>()
  return async (word, tell) => {
    const { run, type, agent } = word
    const step = thoughts.get(run.id)
    const say = (kind: Word['type'], details: Fields): ReturnType<Tell> =>
      tell({ run, type: kind, agent: GUARDIAN, details, also: undefined })
    // Whatever brings a work to its end that a restart has cut off ends this one, too.
    if (agent === GUARDIAN || isLast(word)) thoughts.delete(run.id)
    if (isLast(word) && step !== undefined)
      await say('agent_completed', { result: 'There is nothing to object to.' })
    if (type !== 'agent_started' || agent === 'supervisor' || agent === GUARDIAN) return tell(word)
    if (step === undefined) await say('agent_started', { parent_agent: 'supervisor' })
    thoughts.set(run.id, (step ?? 0) + 1)
    const reasoning = `Watching what the ${agent} agent does (${(step ?? 0) + 1}).`
    await say('agent_thinking', { reasoning, step_number: (step ?? 0) + 1 })
    return tell(word)
  }
}

/** What the cost calculator gives for the same workload on another model. */
function elsewhere({
  input_usd_per_million: _in,
  output_usd_per_million: _out,
  ...given
}: Fields): Readonly<Record<'parameters' | 'result', Fields>> {
  const monthly = monthlyCost(monthlyTokens(given as Parameters<typeof monthlyTokens>[0]), OTHER)
  return {
    parameters: { ...given, model: OTHER.model },
    result: {
      ...{ workload: given['workload'], model: OTHER.model },
      input_usd_per_million: OTHER.inputUsdPerMillion,
      output_usd_per_million: OTHER.outputUsdPerMillion,
      ...{ cost_usd_per_month: monthly, cost_usd_per_year: Math.round(monthly * 1200) / 100 },
    },
  }
}

function shortly(amount: number): string {
  return amount < 1e6 ? `$${(amount / 1e3).toFixed(1)}k` : `$${(amount / 1e6).toFixed(2)}M`
}
