import { describe, it } from 'node:test'
import { expect } from 'chai'
import { exchange } from '#testing/exchange'
import { insidesIn } from './inside-patterns.ts'
import { InsideWatch } from './inside.ts'

const BUILT: Readonly<Record<string, string>> = {
  'a frame of a trace': 'Error: boom\n    at Object.answer (/app/dist/routes.js:12:34)',
  'the same in JSON': '{"detail":"boom\\n    at async answer (routes.ts:12:34)"}',
  'the same of the runtime': 'at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
  'a trace of Python': 'Traceback (most recent call last)',
  'its place': '{"detail":"File \\"/srv/auth/login.py\\", line 31, in login"}',
  'a place of Java': 'at com.netra.Threads.list(Threads.java:88)',
  'a place of Go': 'panic: runtime error: threads.go:12 +0x1d',
  'a path': "ENOENT: no such file, open '/app/config/secrets.json'",
  'a folder': 'cannot write to /var/lib/netra',
  'a path of Windows': '{"detail":"C:\\\\netra\\\\auth\\\\login.cs"}',
  'a package': 'in node_modules/pg/lib/client.js',
  'a query': 'select id, title from threads where user_id = $1',
  'a query of everything': 'SELECT * FROM accounts',
  'a query of columns': 'select threads.user_id, title from threads',
  'a quoted query': '{"detail":"delete from \\"threads\\" where \\"id\\" = $1"}',
  'an insertion': 'INSERT INTO messages (id, content) VALUES ($1, $2)',
  'a change': 'update threads set title = $1',
  'a fault of the database': 'duplicate key value violates unique constraint "accounts_email_key"',
  'a missing table': '{"message":"relation \\"runs\\" does not exist"}',
  'a fault of the network': 'connect ECONNREFUSED 10.0.0.4',
  'a kind of error': "TypeError: Cannot read properties of undefined (reading 'id')",
}

const PLAIN = [
  'Select a model from the catalogue where it suits you, and update your plan.',
  'You can select from three models; insert into your report what is missing, delete from it what is not.',
  'The error of the estimate is small; the table "costs" is below. Update the plan and set a date = soon.',
  'It starts at 10:30:15, at 2026-01-02T10:30:15Z, at a ratio of 3:1:2.',
  'See https://app.example/app/index.html, or /api/threads/thread_1/messages.',
  'input/output tokens and/or requests, 24/7; the file quarterly.pdf was not found',
  '{"openapi":"3.1.0","paths":{"/api/threads/{id}":{},"/app":{}}}',
  'PostgreSQL is a good choice for that, and Redis for the rest.',
  'Type: error. Key figures: TypeScript 5, node 24.',
]

describe('How a platform is built', () => {
  for (const [what, text] of Object.entries(BUILT)) {
    it(`shows by ${what}`, () => {
      expect(insidesIn(text, false)).not.to.deep.equal([])
    })
  }

  for (const text of PLAIN) {
    it(`does not show in "${text.slice(0, 50)}"`, () => {
      expect(insidesIn(text, false)).to.deep.equal([])
    })
  }

  it('shows by the names of its parts where something has failed, and not elsewhere', () => {
    expect(insidesIn('{"message":"PostgreSQL 18.1 is away"}', true)).to.have.length(1)
    expect(insidesIn('{"message":"PostgreSQL 18.1 is away"}', false)).to.deep.equal([])
    expect(insidesIn('{"detail":"not below http://localhost:3000/"}', true)).to.deep.equal([])
  })
})

describe('Whoever is told how the platform is built', () => {
  const TRACE = 'at answer (routes.js:1:2)'
  const findings = (act: (watch: InsideWatch) => void): string[] => {
    const watch = new InsideWatch()
    act(watch)
    return watch.findings.map(({ text }) => text)
  }

  it('is named, with the place', () => {
    expect(findings((watch) => watch.exchange(exchange({ status: 404, body: TRACE })))).to.deep.equal([
      `a trace of the inside, "${TRACE}", shows in exchange 3, to Asha`,
      'a trace of the inside, "routes.js:1", shows in exchange 3, to Asha',
    ])
  })

  it('is found in headers, frames and reasons of ends, too', () => {
    const line = { connection: 1, person: 'Asha', at: 5 } as const
    const found = findings((watch) => {
      watch.exchange(exchange({ headers: { 'x-debug': 'select * from threads' } }))
      watch.frame({ ...line, direction: 'received', text: '{"reasoning":"open /var/lib/netra"}' })
      watch.connectionEnd({ ...line, code: 1011, reason: 'ECONNRESET', ours: false })
    })
    expect(found.map((text) => text.split('"')[1])).to.deep.equal([
      'select * from threads',
      '/var/lib/netra',
      'ECONNRESET',
    ])
  })

  it('is not found where a person has said it herself, or another service has', () => {
    const line = { connection: 1, person: 'Asha', at: 5 } as const
    const found = findings((watch) => {
      watch.frame({ ...line, direction: 'sent', text: '{"content":"read /var/lib/netra"}' })
      watch.frame({ ...line, direction: 'received', text: '{"reasoning":"open /var/lib/netra"}' })
      watch.exchange(exchange({ service: 'outside', body: TRACE }))
      watch.exchange(exchange({ service: 'frontend', body: TRACE }))
      watch.exchange(exchange({ status: 302, headers: { location: '/app/index.html' } }))
    })
    expect(found).to.deep.equal([])
  })
})
