import { describe, it } from 'node:test'
import { expect } from 'chai'
import { eventsOf } from '#testing/recorded-run'
import { findOrderViolation } from './run-order.ts'

function disorderIn(story: string, fromTheStart: boolean): string | undefined {
  return findOrderViolation({ runId: 'r-1', events: eventsOf(story), fromTheStart })?.text
}

/** Three lines each: what, the story, the disorder. */
function rowsOf(table: string): string[][] {
  const lines = table.trim().split('\n')
  return lines.flatMap((line, at) => (at % 3 === 0 ? [[line, ...lines.slice(at + 1, at + 3)]] : []))
}

describe('A run that keeps the order', () => {
  const stories = {
    'has only begun': 'supervisor starts',
    'is still under way': 'supervisor starts, data starts, data calls t1, supervisor reaches 10',
    'is told to the end':
      'supervisor starts, supervisor thinks, a starts, a calls t1, a receives t1, supervisor reaches 30, ' +
      'a ends, b starts, b calls t2, b calls t3, b receives t3, b receives t2, supervisor reaches 30, ' +
      'supervisor reaches 100, b ends, supervisor ends',
    'ends with a failure of the supervisor': 'supervisor starts, data starts, data fails, supervisor fails',
    'is handed to two of a name at once':
      'supervisor starts, a starts, a starts, a ends, a ends, supervisor ends',
    'has an agent that ends while a tool of another is running':
      'supervisor starts, a starts, a calls t1, b starts, b ends, a receives t1, a ends, supervisor ends',
  }
  for (const [what, story] of Object.entries(stories)) {
    it(`${what}, and nothing is found`, () => {
      expect(disorderIn(story, true)).to.equal(undefined)
    })
  }

  it('has not begun yet, and nothing is found', () => {
    expect(findOrderViolation({ runId: 'r-1', events: [], fromTheStart: true })).to.equal(undefined)
  })
})

const DISORDERS = `
another agent starts first
data starts, supervisor starts
#1 agent_started of data comes before the supervisor starts
the supervisor does something before starting
supervisor thinks, supervisor starts
#1 agent_thinking of supervisor comes before the supervisor starts
an agent ends while its tool is running
supervisor starts, data starts, data calls t1, data ends
#4 agent_completed of data comes before the end of #3 tool_executing of data
an agent fails while its tool is running
supervisor starts, data starts, data calls t1, data fails
#4 agent_error of data comes before the end of #3 tool_executing of data
the supervisor ends while a tool of its own is running
supervisor starts, supervisor calls t1, supervisor ends
#3 agent_completed of supervisor comes before the end of #2 tool_executing of supervisor
the wrong one of two tools is completed
supervisor starts, data starts, data calls t1, data calls t2, data receives t2, data ends
#6 agent_completed of data comes before the end of #3 tool_executing of data
a tool was never executing
supervisor starts, data receives t1
#2 tool_completed of data completes a tool that was not executing
a call is executed twice
supervisor starts, data starts, data calls t1, data receives t1, data calls t1
#5 tool_executing of data executes a call that was executed before
a tool is executed for an agent who has ended
supervisor starts, data starts, data ends, data calls t1
#4 tool_executing of data executes a tool for data, who is not at work
a tool is completed before it is executing
supervisor starts, data starts, data receives t1, data calls t1
#3 tool_completed of data completes a tool that was not executing
a tool is completed twice
supervisor starts, data starts, data calls t1, data receives t1, data receives t1
#5 tool_completed of data completes a tool that was not executing
an agent ends who never started
supervisor starts, data ends
#2 agent_completed of data ends data, who had not started
an agent ends twice
supervisor starts, data starts, data ends, data ends
#4 agent_completed of data ends data, who had not started
an agent fails after it has ended
supervisor starts, data starts, data ends, data fails
#4 agent_error of data ends data, who had not started
an agent never ends
supervisor starts, data starts, supervisor ends
#3 agent_completed of supervisor comes while data has not ended
one of two of a name never ends
supervisor starts, a starts, a starts, a ends, supervisor ends
#5 agent_completed of supervisor comes while a has not ended
the supervisor starts twice
supervisor starts, supervisor starts, supervisor ends
#3 agent_completed of supervisor comes while supervisor has not ended
it ends twice
supervisor starts, supervisor ends, supervisor ends
#3 agent_completed of supervisor comes after the end (#2 agent_completed of supervisor)
something comes after the end
supervisor starts, supervisor ends, data thinks
#3 agent_thinking of data comes after the end (#2 agent_completed of supervisor)
it is answered after it has failed
supervisor starts, supervisor fails, supervisor ends
#3 agent_completed of supervisor comes after the end (#2 agent_error of supervisor)
its progress falls
supervisor starts, supervisor reaches 60, supervisor reaches 59, supervisor reaches 58
#3 progress_update of supervisor falls back from 60 % to 59 %
`

describe('A run that breaks the order is found out, with the first events that do not belong together, when', () => {
  for (const [what, story = '', disorder = ''] of rowsOf(DISORDERS)) {
    it(what ?? '', () => {
      expect(disorderIn(story, true)).to.equal(`run r-1: ${disorder}`)
    })
  }
})

describe('A run that was seen only from its middle', () => {
  it('is not blamed for what was not seen', () => {
    const story =
      'data receives t1, data ends, supervisor reaches 40, report starts, report ends, supervisor ends'
    expect(disorderIn(story, false)).to.equal(undefined)
    expect(disorderIn(story, true)).not.to.equal(undefined)
  })

  const seen = {
    'supervisor ends, data thinks': '#2 agent_thinking of data comes after the end',
    'data calls t1, data receives t1, data receives t1': '#3 tool_completed of data completes a tool that',
    'data calls t1, supervisor ends': '#2 agent_completed of supervisor comes before the end of #1',
    'data calls t1, data ends': '#2 agent_completed of data comes before the end of #1 tool_executing',
    'report starts, supervisor ends': '#2 agent_completed of supervisor comes while report has not ended',
    'supervisor reaches 60, supervisor reaches 40': '#2 progress_update of supervisor falls back from 60 %',
  }
  for (const [story, disorder] of Object.entries(seen)) {
    it(`is found out all the same when what was seen is in disorder: ${story}`, () => {
      expect(disorderIn(story, false)).to.contain(disorder)
    })
  }
})
