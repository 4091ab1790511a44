import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readTarget } from './settings.ts'

describe('The target', () => {
  it('is given more time when it is far away, where it may have to wake up', () => {
    const timesOf = (backend: string, kind: string): number[] => {
      const { patience, wakeUp } = readTarget({ STAGING_BACKEND_URL: backend, TEST_ENV: kind })
      return [patience.ms, wakeUp.ms]
    }
    for (const near of ['http://127.0.0.1:4001', 'http://localhost:4001', 'http://[::1]:4001']) {
      expect([timesOf(near, 'local'), timesOf(near, 'staging')]).to.deep.equal([
        [10_000, 10_000],
        [10_000, 10_000],
      ])
    }
    for (const far of ['https://api.example', 'https://127.example', 'https://localhost.example']) {
      expect(timesOf(far, 'staging')).to.deep.equal([30_000, 60_000])
    }
  })
})
