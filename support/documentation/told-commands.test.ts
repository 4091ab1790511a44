import { describe, it } from 'node:test'
import { expect } from 'chai'
import { commandsIn } from './told-commands.ts'

const PAGE = `
\`\`\`sh
npm ci && npx cucumber-js   # a platform is started
npm test                    # all of it
\`\`\`

\`\`\`text
npm run nothing
\`\`\`

| run one | \`npx cucumber-js --tags @AUTH-3\`, \`--name renews\`, \`features/x.feature\` |
| more | \`LOAD_USERS=200 npx cucumber-js --tags @ISO-5\`; \`--list\` |
| prove | \`npm run -s prove -- --only x\`, \`--list\`, \`TEST_ENV=staging\`, \`docs/targets.md\` |

\`--alone\` is no command.
`

describe('The commands that a page tells', () => {
  it('are those in fences of shell and between backticks, with the beginning that is left out', () => {
    expect(commandsIn(PAGE).map(({ text }) => text)).to.deep.equal([
      'npm ci',
      'npx cucumber-js',
      'npm test',
      'npx cucumber-js --tags @AUTH-3',
      'npx cucumber-js --name renews',
      'npx cucumber-js features/x.feature',
      'LOAD_USERS=200 npx cucumber-js --tags @ISO-5',
      'npx cucumber-js --list',
      'npm run -s prove -- --only x',
      'npm run -s prove -- --list',
    ])
  })

  it('are read into what is set, the program and its words', () => {
    const [load, only] = [6, 8].map((index) => commandsIn(PAGE)[index])
    expect(load).to.deep.include({ settings: { LOAD_USERS: '200' }, program: 'cucumber-js' })
    expect(load?.words).to.deep.equal(['--tags', '@ISO-5'])
    expect(only).to.deep.include({ settings: {}, program: 'prove', words: ['--only', 'x'] })
  })
})
