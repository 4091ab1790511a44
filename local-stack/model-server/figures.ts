/** What a person has said about their workload. */
export interface Facts {
  readonly workload?: string
  readonly requests?: number
  readonly inputTokens?: number
  readonly outputTokens?: number
  readonly model?: string
  readonly inputPrice?: number
  readonly outputPrice?: number
}

/** Facts that are enough to compute with. */
export type FullFacts = Required<Pick<Facts, 'workload' | 'requests' | 'inputTokens' | 'outputTokens'>> &
  Facts

const NUMBER = String.raw`(\d[\d.,\u00a0\u202f']*)\s*(thousand|million|k|m)?\b`
const SCALE: Record<string, number> = { thousand: 1e3, k: 1e3, million: 1e6, m: 1e6 }

const patterns = {
  requests: new RegExp(`${NUMBER}\\s*requests`, 'i'),
  inputTokens: new RegExp(`${NUMBER}\\s*input tokens`, 'i'),
  outputTokens: new RegExp(`${NUMBER}\\s*output tokens`, 'i'),
  inputPrice: /\$\s*(\d[\d.]*)\s*(?:per|\/|a)\s*million input/i,
  outputPrice: /\$\s*(\d[\d.]*)\s*(?:per|\/|a)\s*million output/i,
}
const MODEL = /\b((?:gpt|claude|mistral|llama|gemini)-[\w.-]*\w)/i
/** A name has a hyphen or a digit in it, or stands in quotes; "workload handles" names nothing. */
const WORKLOAD = /workload\s+(?:called\s+|named\s+)?(?:["“]([^"”]+)["”]|([a-z0-9]+(?:-[a-z0-9]+)+))/i

/**
 * Reads everything that was said, in order; later words overrule earlier ones. Figures belong to the workload
 * that they were given for, never to another one.
 *
 * @returns what is known of the workload that was spoken of last
 */
export function readFacts(said: readonly string[]): Facts {
  const known = new Map<string, Facts>()
  let subject = ''
  for (const words of said) {
    const news = stated(words)
    subject = news.workload ?? subject
    const before = known.get(subject) ?? {}
    known.set(subject, { ...before, ...changed(before, words), ...news })
  }
  return known.get(subject) ?? {}
}

export function isFull(facts: Facts): facts is FullFacts {
  const { workload, requests, inputTokens, outputTokens } = facts
  return [workload, requests, inputTokens, outputTokens].every((fact) => fact !== undefined)
}

export function readWorkload(words: string): string | undefined {
  const match = WORKLOAD.exec(words)
  return match?.[1] ?? match?.[2]
}

function stated(words: string): Facts {
  const facts = {
    workload: readWorkload(words),
    requests: readNumber(patterns.requests.exec(words)),
    inputTokens: readNumber(patterns.inputTokens.exec(words)),
    outputTokens: readNumber(patterns.outputTokens.exec(words)),
    model: MODEL.exec(words)?.[1]?.toLowerCase(),
    inputPrice: readPrice(patterns.inputPrice.exec(words)),
    outputPrice: readPrice(patterns.outputPrice.exec(words)),
  }
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined))
}

/** "twice as many requests" and its kin change what was said before. */
function changed({ requests }: Facts, words: string): Facts {
  const factor = /\b(twice|double)\b/i.test(words) ? 2 : /\bhalf\b/i.test(words) ? 0.5 : undefined
  return factor && requests !== undefined ? { requests: requests * factor } : {}
}

function readNumber(match: RegExpExecArray | null): number | undefined {
  if (!match?.[1]) return undefined
  const digits = match[1].replace(/[,'\u00a0\u202f]/g, '').replace(/\.$/, '')
  return Number(digits) * (SCALE[match[2]?.toLowerCase() ?? ''] ?? 1)
}

function readPrice(match: RegExpExecArray | null): number | undefined {
  return match?.[1] ? Number(match[1].replace(/\.$/, '')) : undefined
}
