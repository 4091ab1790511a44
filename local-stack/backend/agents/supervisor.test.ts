import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Message } from '../conversations/messages.ts'
import type { Run } from '../conversations/runs.ts'
import type { RunJournal } from '../runs/journal.ts'
import type { CompletionRequest } from './model-client.ts'
import { createSupervisor } from './supervisor.ts'

const PLAN = '{"parts":[{"title":"an answer in words","agent":"reporting","feasible":true}]}'
const RUN: Run = {
  id: 'r-1',
  threadId: 't-1',
  userId: 'u-1',
  status: 'running',
  error: null,
  startedAt: new Date(0),
  finishedAt: null,
}

/** A thread in which so many messages were said, the last one being the question itself. */
function threadOf(length: number): Message[] {
  return Array.from({ length }, (_, index) => ({
    ...{ id: `m-${index}`, threadId: 't-1', role: 'user', content: `word ${index}`, metadata: {} },
    ...{ runId: index === length - 1 ? 'r-1' : 'r-0', createdAt: new Date(index) },
  }))
}

/** What the agents are told was said before. */
async function recalledOf(said: readonly Message[]): Promise<unknown[]> {
  const requests: CompletionRequest[] = []
  const quiet = new Proxy({}, { get: () => () => Promise.resolve() }) as RunJournal
  const supervisor = createSupervisor({
    messages: {
      add: () => Promise.resolve(undefined),
      byClientId: () => Promise.resolve(undefined),
      list: (_thread, { limit, offset }) =>
        Promise.resolve({ messages: said.slice(offset, offset + limit), total: said.length }),
    },
    model: (request) => {
      requests.push(request)
      return Promise.resolve({ text: requests.length === 1 ? PLAN : 'Done.', toolCalls: [] })
    },
    toolbox: { find: () => undefined, use: () => Promise.reject(new Error('no tool')) },
  })
  const { signal } = new AbortController()
  await supervisor.answer({ run: RUN, question: 'And now?', journal: quiet, signal })
  const [, ...memory] = requests[0]?.messages ?? []
  return memory.slice(0, -1).map(({ content }) => content)
}

describe('What agents remember of a conversation', () => {
  it('is all of it, while it is short', async () => {
    assert.deepEqual(await recalledOf(threadOf(4)), ['word 0', 'word 1', 'word 2'])
  })

  it('is what was said last, once it is long', async () => {
    const recalled = await recalledOf(threadOf(141))
    assert.equal(recalled[0], 'word 41')
    assert.equal(recalled.at(-1), 'word 139')
  })
})
