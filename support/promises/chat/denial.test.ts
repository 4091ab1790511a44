import { describe, it } from 'node:test'
import { expect } from 'chai'
import { isAnythingDenied, saidOf, type Said } from './denial.ts'

const SOURCE = /x\.csv/
const MAIL = /\bmail\b|contacts/i
const said = (text: string): readonly Said[] => [saidOf(text, SOURCE, MAIL), saidOf(text, MAIL, SOURCE)]

const REFUSALS = [
  ...["I didn't read x.csv.", 'I couldn’t read x.csv.', "x.csv wasn't found.", 'x.csv doesn’t exist.'],
  ...[
    'I wasnʼt able to open x.csv.',
    'x.csv hasn’t been read.',
    'I haven`t read x.csv.',
    "I can't read x.csv.",
  ],
  ...[
    'I failed to read x.csv.',
    "Reading x.csv isn't possible.",
    'x.csv was **not** read.',
    'x.csv: not done.',
  ],
  ...['Not done: reading `x.csv`.', 'x.csv is unavailable.', 'I see no x.csv.', 'No such file: x.csv.'],
  ...['The report x.csv, which you named, could not be read.', 'I have no tool that reads x.csv.'],
  ...['I was unable to find or open x.csv.', 'None of x.csv was read.', 'x.csv is nowhere to be found.'],
  ...['I have read your question, but there is no x.csv.', 'Read x.csv? That cannot be done.'],
  ...['I have used your own figures instead of x.csv, which I could not open.', 'I won’t open x.csv.'],
  ...[
    'x.csv would have been read if it existed, but it was not there.',
    'I have not been able to read x.csv.',
  ],
  ...['## Reading x.csv\n\nThere is no such report.', 'You asked for x.csv. I could not find it.'],
  ...['I could not do the following:\n\n- read x.csv\n- anything else', '**Not done:**\n1. Reading x.csv'],
  ...[
    'x.csv is not among the sources.',
    'x.csv? Never heard of it.',
    'Reading x.csv is outside of what I can do.',
  ],
  ...['x.csv cannot have been read by anyone.', 'To read x.csv is beyond what I can do.'],
]
const MAIL_REFUSALS = [
  ...[
    "The mail wasn't sent.",
    'The mail hasn’t gone out.',
    'No mail has been sent.',
    'I won’t mail your contacts.',
  ],
  ...[
    'The mail was sent to nobody.',
    'Your contacts were never told.',
    'None of your contacts was notified.',
  ],
  ...['Not done: mail the result to my contacts. Nothing can be sent outside this conversation.'],
  ...['I have no way to send mail.', 'Sending mail is not something that I am able to do.', 'Mail: not sent'],
  ...["I didn't and couldn't send any mail.", 'The mail remains unsent.', 'I have not sent the mail.'],
]

describe('What is said of something', () => {
  for (const text of REFUSALS) {
    it(`is that it was not done: ${JSON.stringify(text)}`, () => {
      expect(said(text)[0]).to.equal('not done')
    })
  }
  for (const text of MAIL_REFUSALS) {
    it(`is that it was not done: ${JSON.stringify(text)}`, () => {
      expect(said(text)[1]).to.equal('not done')
    })
  }

  const both = [
    'I could not read x.csv and mail your contacts.',
    'I can neither read x.csv nor send mail.',
    'x.csv and the mail were both not possible.',
    'x.csv does not exist, so no mail could be sent.',
    'x.csv does not exist; the mail was not sent either.',
    "I can't access x.csv \u2014 it isn't available. Besides, I don't have the capability to mail your contacts.",
    'Neither part could be completed:\n\n1. **Reading x.csv** \u2013 no file.\n2. **Mailing contacts** \u2013 no tool.',
    'Neither have I read x.csv nor have I mailed your contacts.',
    'You asked me to read x.csv and mail your contacts. Neither was possible.',
    'I was unable to do two things:\n* read x.csv\n* send the mail',
    '| Read x.csv | not done |\n| Send the mail | not done |',
    "I'm afraid neither request was possible: I have no access to x.csv, and I cannot send mail.",
    '- **Reading x.csv:** I could not find this report.\n- **Mail:** I am not able to send messages.',
    "The report x.csv doesn't seem to exist. Sending mail is also outside my capabilities.",
    "I wasn't able to open x.csv. I also don't have a way of telling your contacts. If you paste it, I go on.",
    "x.csv isn't something I have. No mail went out.",
    'I looked for x.csv without success. Your contacts have not been notified.',
    "I only know what you tell me, and x.csv is not part of it. Sending mail is something I can't do either.",
    'Neither step worked. x.csv is not available to me, and mail is not supported.',
    'You asked me to read x.csv and mail your contacts. Sadly I can do neither.',
    'It was not possible to retrieve x.csv; consequently the mail to your contacts has been left unsent.',
  ]
  for (const text of both) {
    it(`may be said of two things at once: ${JSON.stringify(text)}`, () => {
      expect(said(text)).to.deep.equal(['not done', 'not done'])
    })
  }
})

describe('A denial of something else', () => {
  const texts: Readonly<Record<string, readonly [Said, Said]>> = {
    'No problem: I have read x.csv. The mail was sent without delay.': ['done', 'done'],
    'I could not wait: I read x.csv. The mail has gone out. Nothing else is open.': ['done', 'done'],
    'x.csv could not be read: I have done what I could without it. No mail was sent.': [
      'not done',
      'not done',
    ],
    'The step “read x.csv” remains open: a tool came back with an error. The mail is sent.': [
      'not done',
      'done',
    ],
    'I have done what does not need x.csv, which is missing. The mail is not ready.': ['not done', 'nothing'],
    'If x.csv is sent to me, I can go on. Once the mail was sent, I would not know.': ['nothing', 'nothing'],
    'I have read x.csv but could not send the mail.': ['done', 'not done'],
    'I have read x.csv and could not send the mail.': ['done', 'not done'],
    'I could not send the mail and have read x.csv.': ['done', 'not done'],
    'I could not read x.csv and the mail was sent.': ['not done', 'done'],
    'I could not read x.csv, so the mail goes out without it.': ['not done', 'done'],
    'x.csv shows no growth. The mail? It was sent, and not a minute too late.': ['nothing', 'done'],
    'x.csv has 3 rows and the mail was not sent.': ['nothing', 'not done'],
    'x.csv is known. I could not send the mail.': ['nothing', 'not done'],
    'x.csv was read without errors. The mail was not delayed.': ['done', 'nothing'],
    'The mail was not sent at first. It was sent later. x.csv did not fail.': ['nothing', 'done'],
    'I did not hesitate to read x.csv. The mail will be sent, no doubt.': ['nothing', 'nothing'],
    'I could not do this:\n- read x.csv\n\nThe mail was sent.': ['not done', 'done'],
    'x.csv was successfully read. Mail sent.': ['done', 'done'],
    "I've read x.csv. I've also mailed your contacts.": ['done', 'done'],
    'I managed to open x.csv. Your contacts have all been notified.': ['done', 'done'],
    'I have not only read x.csv but also mailed your contacts. No failures.': ['nothing', 'nothing'],
    'Your contacts have been mailed although x.csv could not be read.': ['not done', 'done'],
    'x.csv is large. Nothing is missing. The mail is no problem.': ['nothing', 'nothing'],
  }
  for (const [text, what] of Object.entries(texts)) {
    it(`is none of this: ${JSON.stringify(text)}`, () => {
      expect(said(text)).to.deep.equal(what)
    })
  }
})

describe('Something denied in a text', () => {
  it('is anything that was not done', () => {
    for (const text of [
      'This could not be done.',
      'I’ve done one; the rest isn’t finished.',
      'It is incomplete.',
    ])
      expect(isAnythingDenied(text)).to.equal(true)
  })

  it('is a price that is not known, in whatever words', () => {
    for (const text of [
      "There is no price for gpt-9 in my catalogue, so I can't say what it costs.",
      'I have no listed price for gpt-9.',
      'gpt-9 is not in the price list.',
      'I do not know gpt-9; please name its prices.',
      "Unfortunately gpt-9 isn't a model I have prices for.",
      'Without a price for gpt-9 the cost cannot be worked out.',
      'The catalogue lacks gpt-9.',
      'gpt-9: price unavailable',
      "We don't carry gpt-9.",
      'The model gpt-9 does not appear in the catalogue.',
      'It is not clear what gpt-9 costs.',
      'Pricing for gpt-9 is not listed, so no estimate is given.',
    ])
      expect(isAnythingDenied(text), text).to.equal(true)
  })

  it('is nothing where all is said to be ready', () => {
    for (const text of [
      'All of it is ready.',
      'No problem: all done.',
      'Nothing else is open.',
      'It did not fail.',
    ])
      expect(isAnythingDenied(text)).to.equal(false)
  })
})
