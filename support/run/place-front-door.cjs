// After `npm ci`: `npx cucumber-js` goes through the suite's own door, which leads to Cucumber.
const { existsSync, rmSync, symlinkSync } = require('node:fs')
const { join, relative, resolve } = require('node:path')

const programs = resolve(process.argv[2] ?? 'node_modules/.bin')
const command = join(programs, 'cucumber-js')

// Elsewhere a command is no link, and Cucumber's own does from the project's folder.
if (process.platform !== 'win32' && existsSync(command)) {
  rmSync(command)
  symlinkSync(relative(programs, join(module.path, 'front-door.cjs')), command)
}
