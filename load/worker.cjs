// One worker of Artillery's engine, with this share of the people: `node load/worker.cjs PEOPLE SECONDS`.
const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { parse } = require('yaml')
const { runner: engine, updateGlobalObject } = require('@artilleryio/int-core')

const [people, seconds] = process.argv.slice(2).map(Number)
const script = parse(readFileSync(join(module.path, 'netra.yml'), 'utf8'))
script.config.processor = require(join(module.path, script.config.processor))
script.config.phases = [{ name: 'everybody comes', duration: seconds, arrivalCount: people }]

void updateGlobalObject()
  .then(() => engine.runner(script, undefined, {}))
  .then((run) => {
    run.on('done', () => run.stop())
    run.run()
  })
