import { describe, it } from 'node:test'
import { expect } from 'chai'
import { watchParent } from './parent.ts'

describe('The process that started this one', () => {
  it('is told to be gone, once, when another has taken its place', (test) => {
    test.mock.timers.enable({ apis: ['setInterval'] })
    const usual = Object.getOwnPropertyDescriptor(process, 'ppid') ?? {}
    test.after(() => Object.defineProperty(process, 'ppid', usual))
    let told = 0
    watchParent(() => (told += 1))
    test.mock.timers.tick(1_000)
    expect(told).to.equal(0)
    Object.defineProperty(process, 'ppid', { value: 1, configurable: true })
    test.mock.timers.tick(1_000)
    expect(told).to.equal(1)
  })

  it('is not watched any more when nobody wants to know', (test) => {
    test.mock.timers.enable({ apis: ['setInterval'] })
    const usual = Object.getOwnPropertyDescriptor(process, 'ppid') ?? {}
    test.after(() => Object.defineProperty(process, 'ppid', usual))
    let told = 0
    watchParent(() => (told += 1))()
    Object.defineProperty(process, 'ppid', { value: 1, configurable: true })
    test.mock.timers.tick(1_000)
    expect(told).to.equal(0)
  })
})
