import { answering, everyField, saying, type Json } from '#damage/json'
import { telling, type Tell, type Word } from '#damage/telling'
import type { SoundVariant } from '#proof/sound-variant'

const PLAYED = ['CHAT-2', 'CHAT-5', 'LIVE-1', 'LIVE-3'] as const

const SUB_AGENTS: Readonly<Record<string, string>> = {
  supervisor: 'SupervisorAgent',
  triage: 'TriageSubAgent',
  data: 'DataSubAgent',
  optimisation: 'OptimizationsCoreSubAgent',
  reporting: 'ReportingSubAgent',
}
const NAMES_OF_AGENTS = ['agent_name', 'parent_agent']

/** The record of a work names them, too. */
function renamedIn(body: Json): Json {
  const { agents, ...record } = (body ?? {}) as { agents?: string[] }
  return agents ? { ...record, agents: agents.map((name) => SUB_AGENTS[name] ?? name) } : body
}

/** A tool that looks something up while another one computes, and of which nothing stands in the answer. */
function lookingUp(): (word: Word, tell: Tell) => ReturnType<Tell> {
  const calls = new Map<string, number>()
  return async (word, tell) => {
    const { type, details } = word
    if (type !== 'tool_executing' && type !== 'tool_completed') return tell(word)
    const number = (calls.get(word.run.id) ?? 0) + (type === 'tool_executing' ? 1 : 0)
    calls.set(word.run.id, number)
    const call = `look-${number}-of-${word.run.id}`
    const lookup = { tool_name: 'workload_lookup', tool_call_id: call }
    if (type === 'tool_executing') {
      const { workload = '' } = details['parameters'] as { workload?: string }
      await tell({ ...word, details: { ...lookup, parameters: { workload, most: 7, depth: 2 } } })
      return tell(word)
    }
    await tell(word)
    const result = { region: 'eu-west', replicas: 37, since: '2024-05-17' }
    return tell({ ...word, details: { ...lookup, status: 'success', result, execution_time_ms: 1 } })
  }
}

/** Other habits of agents, services and lines. */
export const variants: Readonly<Record<string, SoundVariant>> = {
  'sound-agents-as-sub-agents': {
    ...{ differs: 'Agents are named as in the code of Netra, the supervisor too', misleads: PLAYED },
    wire: () =>
      saying((body) =>
        everyField(renamedIn(body), (name, value) =>
          typeof value === 'string' && NAMES_OF_AGENTS.includes(name) ? (SUB_AGENTS[value] ?? value) : value,
        ),
      ),
  },
  'sound-record-tells-of-agents': {
    ...{ differs: 'The record of a work tells of each agent what it is called and how it ended' },
    misleads: ['CHAT-2', 'CHAT-3', 'LIVE-1', 'ISO-4'],
    wire: () =>
      answering((body, { path }) => {
        const { agents, ...record } = (body ?? {}) as { agents?: string[] }
        if (!/^\/api\/runs\/[^/]+$/.test(path) || !agents) return body
        return { ...record, agents: agents.map((name) => ({ agent_name: name, status: 'completed' })) }
      }),
  },
  'sound-uses-more-tools': {
    ...{ differs: 'Another tool looks something up while each tool computes', misleads: PLAYED },
    plant: () => ({ backend: { publisher: (_kit, standard) => telling(standard, lookingUp()) } }),
  },
  'sound-nameless-have-no-name': {
    ...{ differs: 'Whoever gives no name has none', due: 'passed-with-deviations' },
    ...{ because: /`(user.)?name` is missing/, misleads: ['AUTH-1'] },
    wire: () =>
      saying((body) =>
        everyField(body, (name, value) =>
          name === 'name' && typeof value === 'string' && value.includes('@') ? null : value,
        ),
      ),
  },
  'sound-conversations-without-a-name': {
    ...{ differs: 'A conversation that was given no name has none', misleads: ['ISO-4'] },
    wire: () =>
      saying((body) =>
        everyField(body, (name, value) => (name === 'title' && value === 'New conversation' ? null : value)),
      ),
  },
  'sound-passwords-of-many-kinds': {
    differs: 'A password needs a capital, a small letter, a figure and a sign',
    misleads: ['AUTH-1', 'AUTH-5', 'ISO-1', 'ISO-5'],
    plant: () => ({
      auth: {
        passwordRule: (_kit, standard) => (password, email) =>
          [/[a-z]/, /[A-Z]/, /\d/, /[^\w\s]/].every((kind) => kind.test(password))
            ? standard(password, email)
            : 'password needs a capital, a small letter, a figure and a sign',
      },
    }),
  },
}
