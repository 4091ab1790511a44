import { describe, it } from 'node:test'
import { expect } from 'chai'
import {
  after,
  calls,
  ends,
  fails,
  misses,
  observedRun,
  receives,
  starts,
  type Word,
} from '#testing/observed-run'
import { findValueFaults } from './event-values.ts'
import { SUPERVISOR } from './observed-run.ts'

const thinks = (agent: string, step: number, reasoning = `Step ${step}.`): Word => ({
  ...{ agent, type: 'agent_thinking', afterMs: 10 },
  more: { reasoning, step_number: step },
})
const more = (word: Word, details: object): Word => ({ ...word, more: { ...word.more, ...details } })
const DONE = more(ends(SUPERVISOR), { execution_time_ms: 40 })
const RESULT = { usd: 1 }

function faultsIn(words: readonly Word[], fromTheStart = true): string[] {
  const events = observedRun(words).events.map(({ event }) => event)
  return findValueFaults({ runId: 'r-1', events, fromTheStart })
}

const begun = [starts(SUPERVISOR, null), thinks(SUPERVISOR, 1, 'Who?'), starts('data')]

describe('What agents say', () => {
  it('counts, says something, and can be: nothing is found', () => {
    const words = [thinks('data', 1), calls('data', 't'), receives('data', 't', RESULT), thinks('data', 2)]
    expect(faultsIn([...begun, ...words, ends('data'), DONE])).to.deep.equal([])
    expect(
      faultsIn([...begun, calls('data', 't'), misses('data', 't'), fails('data'), fails(SUPERVISOR)]),
    ).to.deep.equal([])
  })

  it('may count anew when an agent begins anew, or go on, and side by side in any way', () => {
    const once = [...begun, thinks('data', 1), ends('data'), starts('data')]
    expect(faultsIn([...once, thinks('data', 1)])).to.deep.equal([])
    expect(faultsIn([...once, thinks('data', 2)])).to.deep.equal([])
    expect(
      faultsIn([...begun, starts('data'), thinks('data', 1), thinks('data', 1, 'Me, too.')]),
    ).to.deep.equal([])
  })

  it('may count from nought, and never from further on', () => {
    const from = (step: number): Word[] => [starts(SUPERVISOR, null), thinks(SUPERVISOR, step)]
    expect(faultsIn([...from(0), thinks(SUPERVISOR, 1), starts('data'), thinks('data', 0)])).to.deep.equal([])
    expect(faultsIn(from(2))).to.deep.equal(['#2 agent_thinking of supervisor is step 2 in place of 1'])
  })

  it('may count over all agents of the work, without a gap', () => {
    const all = [starts(SUPERVISOR, null), thinks(SUPERVISOR, 1), starts('data'), thinks('data', 2)]
    const back = [...all, ends('data'), thinks(SUPERVISOR, 3, 'So.')]
    expect(faultsIn(back)).to.deep.equal([])
    expect(faultsIn([...all, thinks('data', 4)])).to.deep.equal([
      '#5 agent_thinking of data is step 4 in place of 3',
    ])
  })

  it('may count the whole work from its acceptance, and from no earlier', () => {
    const words = [
      ...begun,
      thinks('data', 1),
      ends('data'),
      more(ends(SUPERVISOR), { execution_time_ms: 2_500 }),
    ]
    const events = observedRun(words).events.map(({ event }) => event)
    const accepted = (ms: number): string[] => {
      const acceptedAt = new Date(Date.parse(events[0]?.timestamp ?? '') - ms).toISOString()
      return findValueFaults({ runId: 'r-1', events, fromTheStart: true, acceptedAt })
    }
    expect(accepted(2_000)).to.deep.equal([])
    expect(accepted(1_000)[0]).to.contain('says it took 2500 ms')
  })

  it('may be the same twice, but not always', () => {
    expect(
      faultsIn([...begun, thinks('data', 1, 'Hm.'), thinks('data', 2, 'Hm.'), ends('data'), DONE]),
    ).to.deep.equal([])
    const same = [starts(SUPERVISOR, null), thinks(SUPERVISOR, 1, 'Hm.'), thinks(SUPERVISOR, 2, 'Hm.'), DONE]
    expect(faultsIn(same)).to.deep.equal(['all 2 thoughts are "Hm."'])
  })

  it('is judged without what came before where it was not heard from the start', () => {
    expect(faultsIn([thinks('data', 7), more(ends('data'), { result: null })], false)).to.deep.equal([
      '#2 agent_completed of data brings no result',
    ])
  })

  const odd: Readonly<Record<string, readonly Word[]>> = {
    '#4 agent_thinking of data is step -1 in place of 1': [thinks('data', -1)],
    '#5 agent_thinking of data is step 1 in place of 2': [thinks('data', 1), thinks('data', 1)],
    '#4 agent_thinking of data thinks nothing': [thinks('data', 1, ' ')],
    '#4 agent_started of costs is begun by nobody, who is not at work': [starts('costs', null)],
    '#5 agent_started of costs is begun by data, who is not at work': [ends('data'), starts('costs', 'data')],
    '#4 tool_executing of data gives the tool no parameters': [calls('data', 't', null)],
    '#5 tool_completed of data brings no result': [calls('data', 't'), receives('data', 't', null)],
    '#5 tool_completed of data says it took 60000 ms, of 10 ms': [
      calls('data', 't'),
      more(receives('data', 't', RESULT), { execution_time_ms: 60_000 }),
    ],
    "#5 tool_completed of costs ends another tool's use, #4 tool_executing of data": [
      calls('data', 't'),
      receives('costs', 't', RESULT),
    ],
    '#4 agent_completed of data brings no result': [more(ends('data'), { result: {} })],
    '#5 agent_completed of supervisor brings no answer': [ends('data'), more(DONE, { response: ' ' })],
    '#5 agent_completed of supervisor says it took 0 ms, of 5030 ms': [
      ends('data'),
      after(5_000, more(DONE, { execution_time_ms: 0 })),
    ],
    '#5 agent_completed of supervisor says it took 1 ms, of 1030 ms': [
      ends('data'),
      after(1_000, more(DONE, { execution_time_ms: 1 })),
    ],
    '#4 agent_error of data does not say why': [fails('data', ' ')],
  }
  for (const [fault, words] of Object.entries(odd)) {
    it(`is odd: ${fault}`, () => {
      expect(faultsIn([...begun, ...words])).to.deep.equal([fault])
    })
  }

  it('is odd where somebody is said to have begun the supervisor', () => {
    expect(faultsIn([starts(SUPERVISOR, 'data')])).to.deep.equal([
      '#1 agent_started of supervisor is begun by data',
    ])
  })

  it('is found out where a tool fails and does not say why', () => {
    const silent = more(misses('data', 't'), { result: {} })
    const [found = ''] = faultsIn([...begun, calls('data', 't'), silent])
    expect(found).to.match(/fails, and does not say why/)
  })

  it('is found out where all progress is told in shares of one', () => {
    const comes = (...shares: readonly number[]): Word[] =>
      shares.map((share) => ({
        ...{ agent: SUPERVISOR, type: 'progress_update', afterMs: 10 },
        more: { progress_percentage: share, message: `So far: ${share}` },
      }))
    const told = (...shares: readonly number[]): string[] =>
      faultsIn([...begun, ...comes(...shares), ends('data'), DONE])
    expect(told(0.25, 0.5, 1)).to.deep.equal(['all its progress is 0.25, 0.5, 1, of 100'])
    for (const shares of [[0.5, 50, 100], [0], [1], [0, 100]]) expect(told(...shares)).to.deep.equal([])
  })
})
