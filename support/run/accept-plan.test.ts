import { describe, it } from 'node:test'
import { expect } from 'chai'
import { BadSettings } from '#target/environment'
import { planAcceptance } from './accept-plan.ts'

const wordsOf = (...given: string[]): unknown => {
  const plan = planAcceptance(given, {})
  return typeof plan === 'string' ? plan : plan.words
}

describe('The words of the unified runner', () => {
  it('select by category, pattern and part', () => {
    expect(wordsOf()).to.deep.equal([])
    expect(wordsOf('--category', 'auth', '--category', 'isolation')).to.deep.equal([
      '--tags',
      '@auth or @isolation',
    ])
    expect(wordsOf('--category', 'e2e', '--real-services')).to.deep.equal([])
    expect(wordsOf('--pattern', 'renews (now)')).to.deep.equal(['--name', 'renews \\(now\\)'])
    expect(wordsOf('--shard', '2/3')).to.deep.equal(['--shard', '2/3'])
  })

  it('leave to Cucumber what they do not know', () => {
    expect(wordsOf('--category', 'chat', '--parallel', '2')).to.deep.equal([
      '--tags',
      '@chat',
      '--parallel',
      '2',
    ])
    expect(wordsOf('--category', 'chat', 'features/chat-agents.feature')).to.deep.equal([
      ...['--tags', '@chat', 'features/chat-agents.feature'],
    ])
    expect(wordsOf('features/live-events.feature', '--fail-fast')).to.deep.equal([
      'features/live-events.feature',
      '--fail-fast',
    ])
  })

  it('say which platform, and what is made of a degraded run', () => {
    expect(planAcceptance(['--env', 'staging', '--accept-degraded', '--json'], {})).to.deep.include({
      settings: { TEST_ENV: 'staging' },
      acceptDegraded: true,
      json: true,
    })
  })

  it('are explained for the asking', () => {
    expect(planAcceptance(['--help'], {}))
      .to.contain('--accept-degraded')
      .and.contain('--category')
  })

  it('are refused in one line where they mean nothing', () => {
    const bad: readonly (readonly [string[], RegExp])[] = [
      [['--category', 'billing'], /'billing' is invalid.+auth, chat, isolation, websocket, e2e/],
      [['--env', 'production'], /'production' is invalid.+local, staging/],
      [['--pattern'], /argument missing/],
      [['--real-llm'], /set LLM_BASE_URL, LLM_MODEL, LLM_API_KEY$/],
    ]
    for (const [words, message] of bad) {
      expect(() => planAcceptance(words, {}), words.join(' '))
        .to.throw(BadSettings, message)
        .and.not.match(/\n/)
    }
  })
})
