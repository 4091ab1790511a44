/** Which rooms of `support/` a room may use. Arrows point one way; `expect` and `waiting` know no client. */
const ROOMS = {
  errors: [],
  contract: ['waiting'],
  wire: ['contract', 'errors'],
  waiting: ['errors'],
  expect: ['contract', 'errors', 'waiting', 'wire'],
  documentation: ['contract', 'expect', 'target', 'verdict'],
  target: ['contract', 'errors', 'waiting'],
  monitors: ['contract', 'wire'],
  evidence: ['contract', 'wire'],
  clients: ['contract', 'target', 'waiting', 'wire'],
  preflight: ['clients', 'contract', 'errors', 'target', 'waiting', 'wire'],
  world: ['clients', 'contract', 'errors', 'evidence', 'expect', 'monitors', 'target', 'waiting', 'wire'],
  promises: ['clients', 'contract', 'errors', 'expect', 'target', 'waiting', 'wire', 'world'],
  verdict: ['contract', 'errors', 'expect', 'target', 'waiting', 'wire'],
  report: ['contract', 'expect', 'verdict', 'waiting', 'wire'],
  rejudge: ['contract', 'expect', 'monitors', 'target', 'verdict', 'wire', 'world'],
  doctor: ['clients', 'contract', 'errors', 'preflight', 'run', 'target', 'waiting'],
  run: [
    'clients',
    'contract',
    'errors',
    'evidence',
    'expect',
    'monitors',
    'preflight',
    'report',
    'target',
    'verdict',
    'waiting',
    'wire',
    'world',
  ],
}

/** The rooms of `support/promises/`: each may use what is shared, and none another domain. */
const DOMAINS = ['authentication', 'chat', 'live', 'isolation']

/** What is said of texts and figures alone: a judgement may use it as it uses another judgement. */
const PURE = ['figures', 'quantities', 'clauses', 'denial', 'parts', 'tables']

/** What nobody but `waiting/` may touch. */
export const TIMERS = ['setTimeout', 'setInterval', 'setImmediate']
export const TIMER_MESSAGE = 'Only support/waiting may touch a timer: wait for an event, with a deadline.'

/** The timers as modules: forbidden to all rooms but one. */
export const TIMER_PATHS = ['node:timers', 'node:timers/promises'].map((name) => ({
  name,
  message: TIMER_MESSAGE,
}))

/** What no room may import. */
export const OUTSIDE = [
  { regex: '^\\.\\./', message: "Across folders, import through the package's own map (#clients/…)." },
  { regex: 'local-stack', message: 'The suite knows its target by address only.' },
]

/** A domain of promises knows the shared ones and itself; what is shared knows no domain. */
function domainRule(domain) {
  const others = DOMAINS.filter((other) => other !== domain)
  const patterns = [...forbiddenIn('promises'), ...others.map((other) => walled(domain, other))]
  return importRule([`support/promises/${domain}/**/*.ts`], patterns)
}

function walled(domain, other) {
  return {
    regex: `^#promises/${other}/`,
    message: `${domain} may not know ${other}: what both need is shared.`,
  }
}

/** A judgement is made of plain values: it knows no client, no world and no act. */
function judgementRule(domain) {
  const others = DOMAINS.filter((other) => other !== domain)
  const pure = PURE.join('|')
  const patterns = [
    ...forbiddenIn('promises'),
    ...others.map((other) => walled(domain, other)),
    ...['clients', 'world', 'target'].map((room) => ({
      regex: `^#${room}/`,
      message: `A judgement is made of plain values: it may not know ${room}.`,
    })),
    {
      regex: `^(\\./|#promises/\\w+/)(?!(${pure})(\\.ts)?$)(?!.*\\.checks(\\.ts)?$)`,
      message: 'A judgement may use other judgements, and no act.',
    },
  ]
  return importRule([`support/promises/${domain}/**/*.checks.ts`], patterns)
}

function forbiddenIn(room) {
  const others = Object.keys(ROOMS).filter((other) => other !== room && !ROOMS[room].includes(other))
  return others.map((other) => ({
    regex: `^#${other}/`,
    message: `${room} may not know ${other}: arrows point one way (see support/rooms.mjs).`,
  }))
}

function importRule(files, patterns, room = '') {
  return {
    files,
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [...OUTSIDE, ...patterns], paths: room === 'waiting' ? [] : TIMER_PATHS },
      ],
    },
  }
}

/** The walls between the rooms, for eslint. */
export const WALLS = [
  ...Object.keys(ROOMS).map((room) => importRule([`support/${room}/**/*.ts`], forbiddenIn(room), room)),
  ...['shared', ...DOMAINS].flatMap((domain) => [domainRule(domain), judgementRule(domain)]),
]
