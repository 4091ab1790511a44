import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { expect } from 'chai'
import {
  clauseCoverage,
  coverageFaults,
  namingFaults,
  type CoveredClause,
  type OpenClauses,
} from './clause-coverage.ts'
import { plantedDefects, type PlantedDefect } from './defects.ts'

const OPEN = JSON.parse(readFileSync('support/contract/clauses-open.json', 'utf8')) as OpenClauses
const NOTHING_OPEN: OpenClauses = { withoutCheck: [], withoutDefect: [] }

/** A defect that is to redden a check. */
function reddening(check: string, breaks?: string[]): PlantedDefect {
  return { id: 'a-defect', reddens: [{ check, breaks }] }
}

describe('The coverage of the contract', () => {
  let planted: PlantedDefect[] = []
  before(async () => void (planted = await plantedDefects()))

  it('leaves no clause without a check and none without a defect, but those that are listed as open', () => {
    expect(coverageFaults(clauseCoverage(planted), OPEN)).to.deep.equal([])
  })

  it('is shown by defects that name what there is', () => {
    expect(namingFaults(planted)).to.deep.equal([])
  })

  const wrong = {
    'a check that does not exist': {
      defect: reddening('AUTH-9.no-such-check'),
      fault: 'a-defect is to redden AUTH-9.no-such-check, which is no check',
    },
    'a clause that does not exist': {
      defect: reddening('CHAT-1.follow-up-remembers', ['agents.no-such-clause']),
      fault: 'a-defect is to break agents.no-such-clause, which CHAT-1.follow-up-remembers does not read',
    },
    'a clause of another check': {
      defect: reddening('CHAT-1.follow-up-remembers', ['auth.me']),
      fault: 'a-defect is to break auth.me, which CHAT-1.follow-up-remembers does not read',
    },
  }
  for (const [what, { defect, fault }] of Object.entries(wrong)) {
    it(`would be found wrong: a defect with ${what}`, () => {
      expect(namingFaults([defect])).to.deep.equal([fault])
    })
  }
})

describe('A clause', () => {
  const [clause, unseen, aside] = ['agents.memory', 'auth.passwords-hashed', 'health.misrouted'].map((id) => {
    const found = clauseCoverage([reddening('CHAT-1.follow-up-remembers')]).find((each) => each.id === id)
    if (!found) throw new Error(`${id} is gone`)
    return found
  }) as [CoveredClause, CoveredClause, CoveredClause]
  const check = 'CHAT-1.follow-up-remembers'

  it('is fully covered by a check and a defect', () => {
    expect(clause.checks).to.include(check)
    expect(clause.defects).to.deep.equal(['a-defect'])
    expect(coverageFaults([clause, unseen, aside], NOTHING_OPEN)).to.deep.equal([])
  })

  it('that a check reads with many others is shown by a defect that names it, and by no other', () => {
    const many = 'ALWAYS.answers-keep-the-contract'
    const defectsOf = (breaks?: string[]): readonly string[] | undefined =>
      clauseCoverage([reddening(many, breaks)]).find(({ id }) => id === 'line.error')?.defects
    expect(defectsOf()).to.deep.equal([])
    expect(defectsOf(['auth.me'])).to.deep.equal([])
    expect(defectsOf(['line.error'])).to.deep.equal(['a-defect'])
  })

  const cases: Record<string, { covered: CoveredClause; open?: Partial<OpenClauses>; fault: string }> = {
    'no check': {
      covered: { ...clause, checks: [], defects: [] },
      fault: 'agents.memory is read by no check',
    },
    'no defect': {
      covered: { ...clause, defects: [] },
      fault: 'agents.memory is broken by no planted defect',
    },
    'a check, and listed as without': {
      covered: clause,
      open: { withoutCheck: ['agents.memory'] },
      fault: 'agents.memory is listed as open and lacks no check: take it off clauses-open.json',
    },
    'a defect, and listed as without': {
      covered: clause,
      open: { withoutDefect: ['agents.memory'] },
      fault: 'agents.memory is listed as open and lacks no defect: take it off clauses-open.json',
    },
    'another one listed that is none': {
      covered: clause,
      open: { withoutCheck: ['agents.mood'] },
      fault: 'agents.mood is listed as open and is no clause',
    },
    'a check, and said to be unseen': {
      covered: { ...unseen, checks: [check] },
      fault: `auth.passwords-hashed is said to be unseen, and ${check} reads it`,
    },
    'a check, and said to be an aside': {
      covered: { ...aside, checks: [check] },
      fault: `health.misrouted is said to be an aside, and ${check} reads it`,
    },
    'a judge that does not exist': {
      covered: { ...unseen, clause: { words: 'x', unseen: 'so', judgedBy: 'local-stack/no-such.test.ts' } },
      fault: 'auth.passwords-hashed is to be judged by local-stack/no-such.test.ts, which does not exist',
    },
  }
  for (const [what, { covered, open, fault }] of Object.entries(cases)) {
    it(`would be found wrong: with ${what}`, () => {
      expect(coverageFaults([covered], { ...NOTHING_OPEN, ...open })).to.deep.equal([fault])
    })
  }
})
