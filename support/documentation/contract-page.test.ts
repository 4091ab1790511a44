import { describe, it } from 'node:test'
import { expect } from 'chai'
import { contractSections } from './contract-page.ts'

const PAGE = `# A contract

Before all sections: \`GET /nowhere\`.

## 1. The door

\`GET /health\` answers **at
once**.

| Call | Answers |
|---|---|
| \`POST /in\` \`{name}\` | 200; see \`GET /elsewhere\` |
| \`GET\`, \`PUT {title}\` \`/things/{id}\` | 200 |
| \`GET /things?limit&offset\` | 200 |

## 2. A line (live)

| The server says | with |
|---|---|
| \`pong\` | nothing |
`

describe('The sections of the contract page', () => {
  const [first, second] = [...contractSections(PAGE).values()]

  it('know every call of a table and of the prose, without query and body', () => {
    expect(first?.calls).to.have.members([
      'POST /in',
      'GET /things/{id}',
      'PUT /things/{id}',
      'GET /things',
      'GET /health',
      'GET /elsewhere',
    ])
    expect(second?.calls).to.deep.equal([])
  })

  it('are read as one line, and have an address of their own', () => {
    expect(first?.words).to.contain('GET /health answers at once.')
    expect(second?.anchor).to.equal('#2-a-line-live')
  })

  it('stand in the page of this project', () => {
    expect([...contractSections().keys()]).to.deep.equal([1, 2, 3, 4, 5, 6, 7])
  })
})
