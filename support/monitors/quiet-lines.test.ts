import { describe, it } from 'node:test'
import { expect } from 'chai'
import { readFrame } from '#contract/frames'
import { QuietLines } from './quiet-lines.ts'

const AT = '2026-01-02T03:04:05Z'

function line(interval?: number) {
  const lines = new QuietLines()
  const hear = (at: number, type: string, payload: object): void => {
    const text = JSON.stringify({ type, timestamp: AT, payload })
    const parsed = readFrame(text)
    lines.frame({ connection: 1, person: 'Asha', direction: 'received', text, parsed, at })
  }
  const more = interval === undefined ? {} : { heartbeat_interval_seconds: interval }
  hear(0, 'connection_established', { connection_id: 'c-1', user_id: 'u-1', ...more })
  return {
    beat: (at: number): void => hear(at, 'heartbeat', { connection_id: 'c-1' }),
    end: (at: number, isUnheard?: true): void =>
      lines.connectionEnd({
        ...{ connection: 1, person: 'Asha', code: 1000, reason: '', ours: true, at },
        ...(isUnheard ? { isUnheard } : {}),
      }),
    findings: (): string[] => lines.findings(250).map(({ text }) => text),
  }
}

describe('lines without a word', () => {
  it('are alive as long as they say so', () => {
    const { beat, end, findings } = line(1)
    for (const at of [1_000, 2_500, 5_700]) beat(at)
    end(8_900)
    expect(findings()).to.deep.equal([])
  })

  it('are dead when they do not for three times as long as they have stated', () => {
    const { beat, end, findings } = line(1)
    beat(1_000)
    end(4_400)
    expect(findings()).to.deep.equal([
      "Asha's line 1 gave no sign of life for 3.4 s, of 1 s as it has stated",
    ])
  })

  it('are dead also when they come back to life', () => {
    const { beat, findings } = line(1)
    for (const at of [1_000, 5_000, 6_000]) beat(at)
    expect(findings()).to.have.length(1)
  })

  it('are not heard by whoever does not listen, and owe nothing that they have not stated', () => {
    const unheard = line(1)
    unheard.end(60_000, true)
    expect(unheard.findings()).to.deep.equal([])
    const unstated = line()
    unstated.end(60_000)
    expect(unstated.findings()).to.deep.equal([])
  })
})
