// ts-node's own way by swc, and what has come of each source is kept: most of a start is spent on it.
const { createHash } = require('node:crypto')
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { join } = require('node:path')
const { threadId } = require('node:worker_threads')

const FOLDER = join(module.path, '../../node_modules/.cache/netra/transpiled')
const versions = ['ts-node', '@swc/core'].map((name) => require(`${name}/package.json`).version)

module.exports.create = (options) => {
  let swc
  const { target, module: kind, esModuleInterop, sourceMap } = options.service.config.options
  const common = JSON.stringify([...versions, target, kind, esModuleInterop, sourceMap])
  const transpile = (input, details) => {
    const key = createHash('sha256').update(`${common}\n${details.fileName}\n${input}`).digest('hex')
    const place = join(FOLDER, key)
    const known = read(place)
    if (known) return known
    swc ??= require('ts-node/transpilers/swc').create(options)
    const output = swc.transpile(input, details)
    keep(place, output)
    return output
  }
  return { transpile }
}

function read(place) {
  try {
    return JSON.parse(readFileSync(place, 'utf8'))
  } catch {
    return undefined
  }
}

// Whole or not at all.
function keep(place, output) {
  const draft = `${place}.${process.pid}.${threadId}`
  try {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(draft, JSON.stringify(output))
    renameSync(draft, place)
  } catch {
    // Where nothing can be kept, it is made again.
  }
}
