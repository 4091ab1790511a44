/** Which rooms of `support/` a room may use. Arrows point one way; `expect` and `waiting` know no client. */
export const ROOMS = {
  errors: [],
  contract: ['waiting'],
  wire: ['contract', 'errors'],
  waiting: ['errors'],
  expect: ['contract', 'errors', 'waiting', 'wire'],
  documentation: ['expect', 'verdict'],
  target: ['contract', 'errors', 'waiting'],
  monitors: ['contract', 'wire'],
  evidence: ['contract', 'wire'],
  clients: ['contract', 'target', 'waiting', 'wire'],
  world: ['clients', 'contract', 'errors', 'evidence', 'expect', 'monitors', 'target', 'waiting', 'wire'],
  promises: ['clients', 'contract', 'errors', 'expect', 'target', 'waiting', 'wire', 'world'],
  verdict: ['errors', 'expect', 'target', 'waiting', 'wire'],
  report: ['verdict', 'waiting'],
  run: [
    'clients',
    'contract',
    'errors',
    'evidence',
    'expect',
    'monitors',
    'report',
    'target',
    'verdict',
    'waiting',
    'wire',
    'world',
  ],
}

/** The rooms of `support/promises/`: each may use what is shared, and none another domain. */
export const DOMAINS = ['authentication', 'chat', 'live', 'isolation']

/** What is said of texts and figures alone: a judgement may use it as it uses another judgement. */
export const PURE = ['figures', 'clauses', 'denial', 'parts']
