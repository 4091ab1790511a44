/** A message of a conversation, as the protocol has it. */
export interface ChatMessage {
  readonly role: string
  readonly content?: string | null
  readonly tool_calls?: readonly { readonly id: string; readonly function: { readonly name: string } }[]
  readonly tool_call_id?: string
}

/** A tool that the model may ask for, and the schema of what it takes. */
export interface OfferedTool {
  readonly function: { readonly name: string; readonly parameters: ToolSchema }
}

interface ToolSchema {
  readonly properties: Readonly<Record<string, unknown>>
  readonly required?: readonly string[]
}

/** What this model has to say: words, or calls of tools. */
export interface Thought {
  readonly text: string
  readonly calls: readonly { readonly name: string; readonly parameters: object }[]
}

type Facts = Readonly<Record<string, string | number>>

/** By the names that the schemas of tools give them. */
const FACTS: Readonly<Record<string, RegExp>> = {
  workload: /workload (?:called ")?([^"\n]+?)"? makes/,
  requests_per_month: /makes ([\d,]+) requests/,
  input_tokens_per_request: /with ([\d,]+) input tokens/,
  output_tokens_per_request: /and ([\d,]+) output tokens/,
  model: /, on ([\w-]+(?:\.[\w-]+)*)/,
  input_usd_per_million: /\$([\d.]+) per million input/,
  output_usd_per_million: /\$([\d.]+) per million output/,
}

/** Reads what was said, asks for every tool that it has the figures for, and tells what they have answered. */
export function thinkOtherwise(messages: readonly ChatMessage[], tools: readonly OfferedTool[]): Thought {
  const said = messages.filter(({ role }) => role === 'user').map(({ content }) => content ?? '')
  const assignment = said.at(-1) ?? ''
  const facts = said.reduce(learn, {})
  if (messages[0]?.content?.includes('Answer with JSON')) return say(planFor(assignment))
  const findings = assignment.split(/^### .*\n/m).slice(1)
  if (assignment.includes('the whole answer')) return say(findings.map((text) => text.trim()).join('\n\n'))
  const answers = answersIn(messages)
  const wanted = tools.map((tool) => tool.function).filter(({ name }) => !answers.has(name))
  const calls = wanted.flatMap(({ name, parameters }) => {
    const missing = (parameters.required ?? []).filter((fact) => !(fact in facts))
    const known = Object.entries(facts).filter(([fact]) => fact in parameters.properties)
    return missing.length === 0 ? [{ name, parameters: Object.fromEntries(known) }] : []
  })
  if (calls.length > 0) return { text: '', calls }
  const told = [...answers].map(([name, answer]) => `${name} says: ${tell(answer)}.`)
  return say(told.join('\n') || 'Too little was said of the workload to work this out.')
}

function say(text: string): Thought {
  return { text, calls: [] }
}

function planFor(assignment: string): string {
  const parts = [
    { title: 'what it uses', agent: 'data', feasible: true },
    { title: 'what it costs', agent: 'optimisation', feasible: true },
  ]
  const words = [{ title: 'a word of advice', agent: 'reporting', feasible: true }]
  return `\`\`\`json\n${JSON.stringify({ parts: /cost/.test(assignment) ? parts : words }, null, 1)}\n\`\`\``
}

/** What is known after something more was said. */
function learn(known: Facts, words: string): Facts {
  const news = Object.entries(FACTS).flatMap(([fact, pattern]) => {
    const found = pattern.exec(words)?.[1]
    if (found === undefined) return []
    const isName = fact === 'workload' || fact === 'model'
    return [[fact, isName ? found : Number(found.replaceAll(',', ''))] as const]
  })
  const { requests_per_month: requests } = known
  const [times] = /(?:twice|half) as many requests/.exec(words) ?? []
  const changed: Facts = times
    ? { requests_per_month: Number(requests) * (times.startsWith('twice') ? 2 : 0.5) }
    : {}
  return { ...known, ...changed, ...Object.fromEntries(news) }
}

/** What tools have answered, by their names, as far as it is an answer. */
function answersIn(messages: readonly ChatMessage[]): Map<string, object> {
  const names = new Map(
    messages.flatMap(({ tool_calls: calls = [] }) => calls.map((call) => [call.id, call.function.name])),
  )
  const answers = messages.flatMap(({ tool_call_id: id, content }) => {
    const answer = id === undefined ? undefined : (JSON.parse(content ?? '') as object)
    return answer && !('error' in answer) ? [[names.get(id ?? '') ?? '', answer] as const] : []
  })
  return new Map(answers)
}

function tell(answer: object): string {
  const words = Object.entries(answer).flatMap(([name, value]) => {
    if (Array.isArray(value)) return []
    const spoken = name.replaceAll('_', ' ')
    return typeof value === 'object'
      ? [`${spoken} (${tell(value as object)})`]
      : [`${spoken} ${String(value)}`]
  })
  return words.join(', ')
}
