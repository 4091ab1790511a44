import { describe, it } from 'node:test'
import { expect } from 'chai'
import { connectionWith } from '#testing/connection'
import { answersPing } from './ping.ts'

const pong = (nonce: string): { type: 'pong'; timestamp: string; payload: { nonce: string } } => ({
  type: 'pong',
  timestamp: '2026-01-02T03:04:05Z',
  payload: { nonce },
})

describe('A line that is asked for an answer', () => {
  it('answers with the very word that it was sent', async () => {
    const { connection, received, sent } = connectionWith()
    const answer = answersPing(connection)
    const { payload } = sent[0] as { payload: { nonce: string } }
    received.append(pong(payload.nonce))
    expect(await answer).to.equal(true)
  })

  it('does not answer with another word, nor with silence', async () => {
    const { connection, received } = connectionWith()
    const answer = answersPing(connection)
    received.append(pong('another'))
    expect(await answer).to.equal(false)
  })

  it('does not answer when it is over', async () => {
    const { connection, received } = connectionWith()
    received.finish('the line ended with 1006')
    expect(await answersPing(connection)).to.equal(false)
  })
})
