/** Which rooms of `support/` a room may use. Arrows point one way; `expect` and `waiting` know no client. */
export const ROOMS = {
  contract: [],
  wire: ['contract'],
  waiting: [],
  expect: ['contract', 'waiting', 'wire'],
  target: ['contract', 'waiting'],
  monitors: ['contract', 'wire'],
  evidence: ['contract', 'wire'],
  clients: ['contract', 'target', 'waiting', 'wire'],
  world: ['clients', 'contract', 'evidence', 'expect', 'monitors', 'target', 'waiting', 'wire'],
  promises: ['clients', 'contract', 'expect', 'target', 'waiting', 'wire', 'world'],
  verdict: ['expect', 'target', 'wire'],
  report: ['verdict'],
  run: [
    'clients',
    'contract',
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
