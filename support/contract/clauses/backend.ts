import { formatDuration } from '#waiting/duration'
import { ERRORS } from '#contract/codes'
import { LIMITS } from '#contract/limits'
import { PROMISED } from '#contract/promises'
import type { ContractClause } from './clause.ts'

const { messageLength, runsAtOnce, messagesPerMinute, pageSize } = LIMITS
const MOST_CHARACTERS = messageLength.max.toLocaleString('en')

/** Section 3. */
export const BACKEND = {
  'backend.bearer': 'A bearer token on everything but /health and /openapi.json',
  'backend.no-token': 'without a good one 401',
  'backend.error-body':
    'An error is {"error": true, "error_code", "message", "details": {"status_code"}, "trace_id", "timestamp"}',
  'backend.nothing-inside-shows':
    'No trace, query, path or name of a part ever shows, in no answer and on no live line',
  'backend.foreign-as-unknown': `What is another's and what does not exist are answered alike: 404 ${ERRORS.notFound}, the same body but for trace and time`,
  'backend.foreign-takes-as-long': 'neither sooner nor later',
  'backend.owner-by-token': 'No query, body or header that is sent along makes anybody the owner',
  'backend.bad-input': 'A query or body that cannot be taken is 422, whosever it is about',
  'backend.request-id': "Every answer carries X-Request-Id (the caller's, if given)",
  'backend.traceparent': "honours traceparent: the trace_id of an error is the caller's",

  'backend.published-routes':
    'GET /openapi.json 200, without a token: an OpenAPI 3 document of every route of this table',
  'backend.published-messages': 'in x-live-client-messages the types of message that the live line takes',
  'backend.profile': "GET /api/v1/user/profile 200 user_id, email, name, plan of the token's own person",

  'threads.create':
    'POST /api/threads {title?, metadata?} 200 id, object: "thread", title, created_at, updated_at, metadata, message_count',
  'threads.create.owner-ignored': 'an owner or tenant in the body is ignored',
  'threads.list': 'GET /api/threads?limit&offset&q 200 threads, total, limit, offset',
  'threads.list.own-only': 'own ones only, total too',
  'threads.list.newest-first': 'newest first',
  'threads.list.search': 'q looks into titles and messages',
  'threads.list.search-literal':
    'for what it says, as it stands but for letter case: %, _, * and quotes are letters like any other',
  'threads.list.page-size': `limit ${pageSize.min} to ${pageSize.max}`,
  'threads.read': 'GET /api/threads/{id} 200 the thread',
  'threads.rename': 'PUT /api/threads/{id} {title} 200 the thread',
  'threads.delete': 'DELETE /api/threads/{id} 200, afterwards 404',
  'threads.delete.runs-stop': 'its runs stop',

  'messages.list':
    'GET /api/threads/{id}/messages?limit&offset 200 messages [{id, role: user or assistant, content, created_at, run_id, metadata}], thread_id, total, limit, offset',
  'messages.list.in-order': 'in order',
  'messages.send':
    'POST /api/threads/{id}/messages {content, client_message_id?} 202 message_id, run_id, thread_id',
  'messages.send.run-begins': 'a run begins as it would on the live line',
  'messages.send.once':
    'the same client_message_id of the same person answers the same ids and starts nothing twice',

  'runs.read':
    'GET /api/runs/{id} 200 run_id, thread_id, status running, completed, failed or cancelled, started_at, finished_at, error, agents',
  'runs.read.as-told': 'who took part and when, as it was told',
  'runs.read.error': 'error is null for what is running or completed, and says why for what failed',
  'runs.cancel': 'POST /api/runs/{id}/cancel 202',
  'runs.cancel.in-time': `the run ends as cancelled within ${formatDuration(PROMISED.runStop)}`,
  'runs.cancel.nothing-more': 'produces nothing after that',
  'runs.events': 'GET /api/runs/{id}/events?after={sequence} 200 events: what was recorded, in order',

  'backend.to-the-letter': 'Titles, contents, names and metadata are told as they were given, to the letter',
  'backend.moments': 'a moment lies within the call or the work that it tells of',
  'backend.agrees':
    'a list, a search, a page, a total and a count agree with each other and with what was done',

  'limits.message-length': `A message has ${messageLength.min} to ${MOST_CHARACTERS} characters (422)`,
  'limits.runs-at-once': `Each person has ${runsAtOnce} runs at once`,
  'limits.messages-a-minute': `${messagesPerMinute} messages a minute`,
  'limits.retry-after': '429 with Retry-After',
  'limits.counted-together': 'Messages on the live line and by a call are counted together',
  'limits.wait-is-true': `until the first of ${messagesPerMinute} is a minute old, the next is refused, and Retry-After says how long that still is`,
  'limits.own': "nobody's flood slows or refuses anybody else",
} as const satisfies Record<string, ContractClause>
