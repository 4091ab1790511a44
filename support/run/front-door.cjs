#!/usr/bin/env node
// `npx cucumber-js`, from any folder of the project: the same run, and a line about what Cucumber would stumble over.
const { relative, resolve } = require('node:path')

const calledFrom = process.cwd()
process.chdir(resolve(module.path, '../..'))
// A signal that comes while everything is loaded is heard when there is somebody to hear it.
let hear = () => undefined
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) process.on(signal, (name) => hear(name))
require('./loading.cjs')
const { findBadWord } = require('./command-line.ts')
const { movePaths } = require('./words.ts')
const { openRun } = require('./opening.ts')

const project = process.cwd()
const move = (path) => relative(project, resolve(calledFrom, path)) || '.'
const given = process.argv.slice(2)
const words = calledFrom === project ? given : movePaths(given, move)
const fault = findBadWord([...process.argv.slice(0, 2), ...words])
hear = openRun(words)
const told = ['--plugin-options', JSON.stringify({ netra: { fault } })]
process.argv.splice(2, Infinity, ...(fault ? told : words))
require('@cucumber/cucumber/lib/cli/run').default()
