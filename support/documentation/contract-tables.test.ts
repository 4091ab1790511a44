import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { expect } from 'chai'
import { tableFaults } from './contract-tables.ts'

const PAGE = readFileSync('docs/platform-contract.md', 'utf8')

describe('The tables of the contract', () => {
  it('are those of the code: routes and types of frame', () => {
    expect(tableFaults()).to.deep.equal([])
  })

  const changes = {
    'a route that only the page has': {
      from: '| `GET /api/runs/{id}` |',
      to: '| `GET /api/runs` | 200 |\n| `GET /api/runs/{id}` |',
      fault: 'GET /api/runs is in the contract and not in support/contract/routes.ts',
    },
    'a route that only the code has': {
      from: '| `DELETE /api/threads/{id}` | 200, afterwards 404; its runs stop |\n',
      to: '',
      fault: 'DELETE /api/threads/{id} is in support/contract/routes.ts and not in the contract',
    },
    'a frame that only the page has': {
      from: '| `pong` |',
      to: '| `gong` | nothing |\n| `pong` |',
      fault: 'gong is in the contract and not in support/contract/frames.ts or access.ts',
    },
    'a frame that only the code has': {
      from: '| `stop_run` | `payload {run_id}` |\n',
      to: '',
      fault: 'stop_run is in support/contract/frames.ts or access.ts and not in the contract',
    },
  }
  for (const [what, { from, to, fault }] of Object.entries(changes)) {
    it(`would be found wrong: ${what}`, () => {
      expect(PAGE).to.contain(from)
      expect(tableFaults(PAGE.replace(from, to))).to.deep.equal([fault])
    })
  }
})
