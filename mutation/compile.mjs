// In Stryker's copy of the project, in place: Node takes what is left for JavaScript.
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { transformSync } from '@swc/core'

const options = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs', ignoreDynamic: true },
}
for (const file of globSync('support/**/*.ts'))
  writeFileSync(file, transformSync(readFileSync(file, 'utf8'), { ...options, filename: file }).code)
