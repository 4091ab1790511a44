import { CAPABILITIES } from '#contract/capabilities'
import type { ContractClause } from './clause.ts'

/** Section 5. */
export const AGENTS = {
  'agents.roster': 'A supervisor hands over to triage, data, optimisation and reporting agents, at least',
  'agents.model-by-protocol': {
    words:
      'They reach a language model only through an OpenAI-compatible POST {LLM_BASE_URL}/chat/completions with streaming and tool calls',
    unseen: 'no caller sees what the agents call',
    judgedBy: 'proof/model-swap/model-swap.test.ts',
  },
  'agents.model-by-name': {
    words: 'LLM_MODEL names it, LLM_API_KEY opens it',
    unseen: 'no caller sees what the agents call',
    judgedBy: 'proof/model-swap/model-swap.test.ts',
  },
  'agents.tools': 'The tools usage_profile, cost_calculator, model_comparison and roadmap_builder, at least',
  'agents.own-figures': "compute on the asker's own figures",
  'agents.price-catalogue': 'on a price catalogue in the database',
  'agents.answer-rests-on-tools': 'An answer rests on tool results',
  'agents.own-workload': "names the asker's own workload",
  'agents.no-invented-figure': 'a figure that neither the asker nor a tool gave does not appear',
  'agents.unit-and-period':
    "A figure is told in the unit and for the period that it has: money in US dollars, and said to be so; a month's as a month's",
  'agents.memory': 'Memory is per thread',
  'agents.memory.whole': 'of all of it, a hundred messages at least',
  'agents.memory.newest': 'what was said last counts',
  'agents.not-done-is-said': 'What cannot be done is said plainly',
  'agents.failed-tool-is-told': 'a failed tool is never told as a success',
  'agents.next-works': 'the next message works',
} as const satisfies Record<string, ContractClause>

/** Section 6. */
export const OFFERS = {
  'offers.named': "The backend's health names what the platform offers",
  'offers.by-setting': {
    words: 'what STAGING_CAPABILITIES says of it by hand counts more',
    aside: 'a setting of the suite',
  },
  'offers.names': { words: [...CAPABILITIES].sort().join(' · '), aside: 'the names that may be given' },
  'offers.kept': 'Offered and failing is a failure',
  'offers.not-offered': {
    words: 'Not offered is not testable here, and said so; it is never passed',
    aside: 'how the suite reads it',
  },
} as const satisfies Record<string, ContractClause>

const OF_STAGING = 'what is known of one host'

/** Section 7. */
export const EDGE = {
  'edge.requests-a-minute': {
    words:
      'More than 100 requests a minute from one address outside /api, or 1,000 inside it, are answered 429, and the address is banned for 10 or 5 minutes',
    aside: OF_STAGING,
  },
  'edge.paced': { words: 'On such a target the suite paces itself below 80 % of both', aside: OF_STAGING },
  'edge.cold-start': {
    words:
      'A cold start answers 503 or hangs for up to 60 s; the suite waits once, before the first scenario, and says what for',
    aside: OF_STAGING,
  },
} as const satisfies Record<string, ContractClause>
