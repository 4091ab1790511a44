import { execFileSync } from 'node:child_process'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { movePaths, OPTION_NAMES, readWords, valuesOf } from './words.ts'

describe('The words of a command line', () => {
  it('are told apart by the options that Cucumber has', () => {
    const command = 'node_modules/@cucumber/cucumber/bin/cucumber.js'
    const help = execFileSync(process.execPath, [command, '--help']).toString()
    const told = [...help.matchAll(/^ {2}(?:-\w, )?--([\w-]+)(?:, --([\w-]+))?/gm)].flatMap((row) =>
      row.slice(1),
    )
    expect([...OPTION_NAMES].sort()).to.deep.equal(told.filter(Boolean).sort())
  })

  it('are options with their values, in whatever form, and paths', () => {
    const words = readWords([
      '-t@a',
      'x:3',
      '--tags=@b',
      '-t',
      '-d',
      '--no-strict',
      '--nosuch=1',
      '--',
      '--y',
    ])
    expect(valuesOf(words, 'tags')).to.deep.equal(['@a', '@b', '-d'])
    expect(words.paths).to.deep.equal(['x:3', '--y'])
    expect(words.options.filter(({ isKnown }) => !isKnown).map(({ written }) => written)).to.deep.equal([
      '--nosuch',
    ])
  })

  it('keep their order when what they name is seen from elsewhere', () => {
    const move = (path: string): string => `up/${path}`
    const words = ['a', '-t', 'b', '-r', 'c', '--require=d', '--format', 'html:e', '-d', 'f:1']
    const moved = ['up/a', '-t', 'b', '-r', 'up/c', '--require=up/d', '--format', 'html:e', '-d', 'up/f:1']
    expect(movePaths(words, move)).to.deep.equal(moved)
  })
})
