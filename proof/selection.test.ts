import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { CheckId, PlantedDefect } from './defect.ts'
import { plantedDefects } from './planted.ts'
import {
  BadSelection,
  changedSince,
  currentCommit,
  inShard,
  longestFirst,
  NO_COMMIT,
  readShard,
  touchedBy,
} from './selection.ts'

function defect(id: string, check: CheckId, inside?: string): PlantedDefect {
  const reddens = [{ check, because: /it/, ...(inside === undefined ? {} : { inside }) }]
  return { id, wrong: 'Something is wrong', reference: 'RFC 1', reddens, spares: ['AUTH-1'] }
}

const EXPIRY = defect('ignores-expiry', 'AUTH-5.expired-refused')
const CANNED = defect('canned-answer', 'CHAT-1.answer-rests-on-tools' as CheckId)
const BROADCAST = defect('broadcast-events', 'LIVE-1.tells-in-order' as CheckId)
const SWAPPED = defect('swapped-answers', 'CHAT-1.answer-rests-on-tools' as CheckId, 'ISO-2')
const ALL = [EXPIRY, CANNED, BROADCAST, SWAPPED]

function isOneLine(error: unknown): boolean {
  return error instanceof BadSelection && /^[^\n]+$/.test(error.message)
}

describe('A shard', () => {
  it('shares no defect with another, and all of them together have every defect', async () => {
    const all = await plantedDefects()
    for (const total of [1, 2, 3, 7, all.length, all.length + 1]) {
      const shards = Array.from({ length: total }, (_, place) => inShard(all, { index: place + 1, total }))
      const ids = shards.flat().map(({ id }) => id)
      assert.deepEqual(ids.sort(), all.map(({ id }) => id).sort(), `of ${total}`)
    }
  })

  it('is as large as another, or one defect larger', () => {
    const sizes = [1, 2, 3].map((index) => inShard([...'abcdefgh'], { index, total: 3 }).length)
    assert.deepEqual(sizes, [3, 3, 2])
  })

  it('is read from its words', () => {
    assert.deepEqual(readShard('2/3'), { index: 2, total: 3 })
  })

  for (const words of ['0/3', '4/3', '0/0', 'x', '', '1/', '/3', '-1/3', '1.5/3', '1/3/3', ' 1/3'])
    it(`is not "${words}", which is told in one line`, () => {
      assert.throws(() => readShard(words), isOneLine)
    })
})

describe('What has changed since a revision', () => {
  for (const revision of ['nonsense', '', '--help', 'HEAD:README.md', 'HEAD..HEAD'])
    it(`is asked in vain of "${revision}", which is told in one line`, () => {
      assert.throws(() => changedSince(revision), isOneLine)
    })
})

describe('The commit of a proof', () => {
  it('is unknown where the project has come without its history', (context) => {
    context.after(() => delete process.env['GIT_DIR'])
    process.env['GIT_DIR'] = join(tmpdir(), 'no-such-history')
    assert.equal(currentCommit(), NO_COMMIT)
  })
})

describe('A change', () => {
  const concerned: Record<string, readonly PlantedDefect[]> = {
    'proof/defects/tokens/ignores-expiry.ts': [EXPIRY],
    'proof/defects/tokens/no-more-there.ts': [],
    'features/authentication.feature': [EXPIRY],
    'features/chat-agents.feature': [CANNED],
    'features/live-events.feature': [BROADCAST],
    'features/user-isolation.feature': [SWAPPED],
    'features/new.feature': ALL,
    'support/promises/chat/tools.checks.ts': [CANNED],
    'step-definitions/isolation/crowds.steps.ts': [SWAPPED],
    'support/promises/shared/asking.ts': ALL,
    'step-definitions/shared/asking.steps.ts': ALL,
    'support/expect/catalogue.ts': ALL,
    'local-stack/backend/service.ts': ALL,
    'proof/damage/tokens.ts': ALL,
    'proof/trial.ts': ALL,
    'package-lock.json': ALL,
    'README.md': [],
    'docs/decisions/picture.svg': [],
    'support/promises/chat/tools.checks.test.ts': [],
    '.github/workflows/proof.yml': [],
    '.gitignore': [],
  }
  for (const [path, due] of Object.entries(concerned))
    it(`of ${path} concerns ${due === ALL ? 'all' : due.length === 0 ? 'nothing' : due[0]?.id}`, () => {
      assert.deepEqual(touchedBy([path], ALL), due)
    })

  it('of several things concerns each defect once, in the order in which they are', () => {
    const paths = ['features/user-isolation.feature', 'features/authentication.feature', 'README.md']
    assert.deepEqual(touchedBy([...paths, ...paths], ALL), [EXPIRY, SWAPPED])
  })

  it('of any real defect concerns that one', async () => {
    const all = await plantedDefects()
    for (const one of all) assert.deepEqual(touchedBy([`proof/defects/room/${one.id}.ts`], all), [one])
  })
})

describe('The order of trials', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'selection-'))
  const order = async (record: string): Promise<string[]> => {
    await writeFile(join(folder, 'proof.json'), record)
    return (await longestFirst(ALL, folder)).map(({ id }) => id)
  }
  const asBefore = ALL.map(({ id }) => id)

  it('begins with what took longest last time, and keeps what it knows nothing of', async () => {
    const trials = [
      { id: 'canned-answer', seconds: 9 },
      { id: 'swapped-answers', seconds: 30 },
      { id: 'ignores-expiry', seconds: 1 },
    ]
    const due = ['swapped-answers', 'canned-answer', 'broadcast-events', 'ignores-expiry']
    assert.deepEqual(await order(JSON.stringify({ trials })), due)
  })

  for (const record of ['', '{}', '{"trials":null}', '[]', 'null'])
    it(`is as before after a proof that says ${record || 'nothing'}`, async () => {
      assert.deepEqual(await order(record), asBefore)
    })

  it('is as before where there was no proof', async () => {
    await rm(folder, { recursive: true })
    assert.deepEqual(
      (await longestFirst(ALL, folder)).map(({ id }) => id),
      asBefore,
    )
  })
})
