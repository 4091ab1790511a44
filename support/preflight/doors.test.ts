import { describe, it } from 'node:test'
import { expect } from 'chai'
import { Answer } from '#clients/answer'
import type { RouteName } from '#contract/routes'
import { absentIn } from './doors.ts'

function answer(status: number, body: object | string): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Answer('it', { status, headers: {}, body: text }, 1, 1)
}

const NOWHERE = answer(404, {
  error_code: 'NOT_FOUND',
  trace_id: 'a1b2c3',
  timestamp: '2026-11-30T03:00:00Z',
})
const UNKNOWN_ID = answer(404, { error_code: 'THREAD_NOT_FOUND', trace_id: 'd4e5f6' })
const LIKE_NOWHERE = answer(404, {
  error_code: 'NOT_FOUND',
  trace_id: '99aa88',
  timestamp: '2026-11-30T04:00:01Z',
})

function absent(answers: Partial<Record<RouteName, Answer | undefined>>, nowhere?: Answer): RouteName[] {
  return absentIn(new Map(Object.entries(answers) as [RouteName, Answer | undefined][]), nowhere)
}

describe('A route of the contract', () => {
  it('is not there where nothing is found, or no such method', () => {
    const [missing, denied] = [answer(404, 'Not Found'), answer(405, { detail: 'Method Not Allowed' })]
    expect(absent({ publishedRoutes: missing, deleteMe: denied, renameThread: denied })).to.deep.equal([
      'publishedRoutes',
      'deleteMe',
      'renameThread',
    ])
  })

  it('is there whatever else it answers', () => {
    for (const status of [200, 204, 400, 401, 403, 409, 422, 429, 500])
      expect(absent({ publishedRoutes: answer(status, '{}') }, NOWHERE), String(status)).to.deep.equal([])
  })

  it('is there where an id is unknown to it, which is also 404', () => {
    expect(absent({ thread: UNKNOWN_ID, run: UNKNOWN_ID }, NOWHERE)).to.deep.equal([])
  })

  it('is not there where it answers as no route does, and others tell an id that is unknown', () => {
    expect(absent({ thread: UNKNOWN_ID, runEvents: LIKE_NOWHERE }, NOWHERE)).to.deep.equal(['runEvents'])
    const html = (path: string): Answer => answer(404, `<p>Cannot GET ${path}</p>`)
    expect(absent({ thread: UNKNOWN_ID, run: html('/api/runs/1b2f') }, html('/api/nothing-1'))).to.deep.equal(
      ['run'],
    )
  })

  it('is taken to be there where all that is unknown is answered alike', () => {
    expect(absent({ thread: LIKE_NOWHERE, run: LIKE_NOWHERE }, NOWHERE)).to.deep.equal([])
    expect(absent({ thread: UNKNOWN_ID, run: UNKNOWN_ID }, undefined)).to.deep.equal([])
  })

  it('is taken to be there where it did not answer', () => {
    expect(absent({ publishedRoutes: undefined, thread: undefined }, NOWHERE)).to.deep.equal([])
  })
})
