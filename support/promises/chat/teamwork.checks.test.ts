import { describe, it } from 'node:test'
import { expect } from 'chai'
import type { RunAnswer } from '#contract/answers'
import { ends, starts, observedRun, type Word } from '#testing/observed-run'
import { brokenIn } from '#testing/checks'
import { recordNamesWhoWorked, teamwork } from './teamwork.checks.ts'

/** `supervisor, triage by supervisor, triage ends`: who begins, by whom, and who ends. */
function wordsOf(story: string): Word[] {
  return story.split(', ').map((step) => {
    const [agent = '', verb, parent = 'supervisor'] = step.split(' ')
    return verb === 'ends' ? ends(agent) : starts(agent, verb === 'by' ? parent : null)
  })
}

const judge = (story: string, fewest = 3): Record<string, string> =>
  brokenIn(...teamwork(fewest, observedRun(wordsOf(story))))

const TRIAGE = 'supervisor, triage by supervisor, triage ends'
const REPORT = 'report by supervisor, report ends, supervisor ends'
const [TOGETHER, IN_ORDER] = ['agents-work-together', 'handed-over-in-order']

describe('Agents who work together', () => {
  const stories = {
    'one after the other': `${TRIAGE}, data by supervisor, data ends, ${REPORT}`,
    'watched by one more':
      'supervisor, guardian by supervisor, triage by supervisor, triage ends, data by supervisor, data ends, report by supervisor, report ends, guardian ends, supervisor ends',
    'two at once': `${TRIAGE}, data by supervisor, costs by supervisor, costs ends, data ends, ${REPORT}`,
    'handed over by an agent': `${TRIAGE}, data by supervisor, costs by data, costs ends, data ends, ${REPORT}`,
    'named as in the code of Netra':
      'SupervisorAgent, TriageSubAgent by SupervisorAgent, TriageSubAgent ends, DataSubAgent by SupervisorAgent, DataSubAgent ends, ReportingSubAgent by SupervisorAgent, ReportingSubAgent ends, SupervisorAgent ends',
    'under other names':
      'supervisor, triage_v2 by supervisor, triage_v2 ends, data by supervisor, data ends, my_report by supervisor, my_report ends, supervisor ends',
  }
  for (const [how, story] of Object.entries(stories)) {
    it(`do so ${how}`, () => {
      expect(judge(story)).to.deep.equal({})
    })
  }

  it('are three besides the supervisor: who works twice is one', () => {
    const story = `${TRIAGE}, triage by supervisor, triage ends, ${REPORT}`
    expect(judge(story)).to.deep.equal({ [TOGETHER]: 'triage, report; never ended: none' })
  })

  it('are as many as the feature says', () => {
    const story = `${TRIAGE}, data by supervisor, data ends, ${REPORT}`
    expect(judge(story, 4)).to.deep.equal({ [TOGETHER]: 'triage, data, report; never ended: none' })
  })

  it('each come to an end: who does not is told', () => {
    const story = `${TRIAGE}, data by supervisor, ${REPORT}`
    expect(judge(story)).to.deep.equal({
      [TOGETHER]: 'triage, data, report; never ended: #4 agent_started of data',
    })
  })

  it('are nobody when nothing is told', () => {
    const broken = brokenIn(...teamwork(3, observedRun([])))
    expect(broken).to.deep.equal({ [TOGETHER]: 'nobody; never ended: none', [IN_ORDER]: '' })
  })
})

describe('Work that is handed over', () => {
  const middle = 'data by supervisor, data ends'
  const stories = {
    'triage does not come first': `supervisor, ${middle}, triage by supervisor, triage ends, ${REPORT}`,
    'who reports is not the last': `${TRIAGE}, report by supervisor, report ends, ${middle}, supervisor ends`,
    'nobody works it out between triage and report': `${TRIAGE}, ${REPORT}`,
  }
  for (const [what, story] of Object.entries(stories)) {
    it(`is not in order when ${what}`, () => {
      expect(judge(story)).to.have.property(IN_ORDER).that.does.not.contain('begun by nobody')
    })
  }

  const strays = {
    'by an agent who has ended': `${TRIAGE}, data by triage, data ends, ${REPORT}`,
    'by an agent who begins only later': `${TRIAGE}, data by report, data ends, ${REPORT}`,
    'by an agent whom nobody knows': `${TRIAGE}, data by ghost, data ends, ${REPORT}`,
    'by nobody': `${TRIAGE}, data, data ends, ${REPORT}`,
    'by itself': `${TRIAGE}, data by data, data ends, ${REPORT}`,
  }
  for (const [how, story] of Object.entries(strays)) {
    it(`is not handed over when it is begun ${how}: that is told`, () => {
      expect(judge(story)).to.deep.equal({
        [IN_ORDER]: 'supervisor → triage → data → report; begun by nobody at work: #4 agent_started of data',
      })
    })
  }
})

describe('The record of work', () => {
  const run = observedRun(wordsOf('supervisor, data by supervisor, data ends, supervisor ends'))
  const RECORD: RunAnswer = {
    ...{ run_id: 'r-1', thread_id: 't-1', status: 'completed', error: null },
    ...{ started_at: '2026-01-02T03:04:05Z', finished_at: '2026-01-02T03:04:05.040Z' },
    agents: ['supervisor', 'data'],
  }
  const look = (more: Partial<RunAnswer>): string | undefined =>
    brokenIn(recordNamesWhoWorked({ run, record: { ...RECORD, ...more } }))['record-names-who-worked']

  it('names who worked, and that it is done', () => {
    expect(look({})).to.equal(undefined)
  })

  const odd: Readonly<Record<string, Partial<RunAnswer>>> = {
    'completed, by supervisor; does not name data': { agents: ['supervisor'] },
    'running, by supervisor, data': { status: 'running', finished_at: null },
    'completed, by supervisor, data; it is said to be of another conversation': { thread_id: 't-2' },
    'completed, by nobody; does not name supervisor, data': { agents: [] },
    'completed, by supervisor, data; started at 1970-01-01T00:00:00Z, first told of at 2026-01-02T03:04:05.010Z':
      { started_at: '1970-01-01T00:00:00Z' },
  }
  for (const [told, more] of Object.entries(odd)) {
    it(`is not right: ${told}`, () => {
      expect(look(more)).to.equal(told)
    })
  }
})
