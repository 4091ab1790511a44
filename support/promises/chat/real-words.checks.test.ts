import { describe, it } from 'node:test'
import { expect } from 'chai'
import { ends, observedRun } from '#testing/observed-run'
import { brokenIn } from '#testing/checks'
import { toTheLetter, type WordsAndWhatCame } from './real-words.checks.ts'

const question = { text: 'Größe 数据 🚀?', workload: 'Größe 🚀', monthlyCost: 12, given: [] }
const text = 'Größe 🚀 costs $12 a month.'
const told = observedRun([ends('supervisor', text)]).events.map(({ event }) => event)
const GOOD: WordsAndWhatCame = {
  exchange: { question, ending: { outcome: 'answered', text } },
  title: { asked: 'Über <b>', kept: ['Über <b>', 'Über <b>'] },
  messages: [question.text, text],
  given: [{ workload: 'Größe 🚀' }, { steps: [] }, null],
  ...{ found: [true, true, true, true], told, replayed: told, faults: [] },
}
const judge = (more: Partial<WordsAndWhatCame>): string | undefined =>
  brokenIn(toTheLetter({ ...GOOD, ...more }))['words-kept-to-the-letter']

describe('Words in any writing', () => {
  it('are kept, told, found and replayed to the letter', () => {
    expect(judge({})).to.equal(undefined)
  })

  const odd: Readonly<Record<string, Partial<WordsAndWhatCame>>> = {
    'the title is "Ãœber <b>"': { title: { asked: 'Über <b>', kept: ['Ãœber <b>', 'Über <b>'] } },
    'the title is "not listed"': { title: { asked: 'Über <b>', kept: ['Über <b>'] } },
    'the question is kept as 8 characters, other than asked from " 🚀?" on': {
      messages: ['Größe 数据', text],
    },
    'the question is kept as 13 characters, longer': { messages: [`${question.text}!`, text] },
    'the answer is kept as "Größe ?"': { messages: [question.text, 'Größe ?'] },
    'the answer is kept as "Größe 🚀 costs $12 a month."': { messages: [question.text, text, text] },
    'a tool was given another name': { given: [{ workload: 'Größe 🚀' }, { workload: 'Gr??e' }] },
    'words of the title do not find it': { found: [false, true, true, true] },
    'words of the message do not find it': { found: [true, false, true, true] },
    'words of the message in capitals do not find it': { found: [true, true, true, false] },
    'replayed otherwise: 0 words for 1': { replayed: [] },
  }
  for (const [fault, more] of Object.entries(odd)) {
    it(`are not: ${fault}`, () => {
      expect(judge(more)).to.contain(fault)
    })
  }
})
