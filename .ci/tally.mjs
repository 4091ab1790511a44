// Counts every test of the run that has just ended: unit tests, scenarios, planted defects.
import { readFileSync } from 'node:fs'

const outcome = Number(process.argv[2])

function read(file) {
  try {
    return readFileSync(`reports/${file}`, 'utf8')
  } catch {
    return ''
  }
}

function countUnitTests(file) {
  const figure = (name) => Number(new RegExp(`<!-- ${name} (\\d+) -->`).exec(read(file))?.[1] ?? 0)
  return { passed: figure('pass'), failed: figure('fail') + figure('cancelled') }
}

function countScenarios() {
  const { features = [] } = JSON.parse(read('verdict.json') || '{}')
  const verdicts = features.flatMap(({ scenarios }) => scenarios.map(({ verdict }) => verdict))
  const passed = verdicts.filter((verdict) => verdict === 'passed' || verdict === 'known-failure').length
  return { passed, failed: verdicts.length - passed }
}

function countDefects() {
  const { passed = 0, failed = 0 } = JSON.parse(read('proof/proof.json') || '{}')
  return { passed, failed }
}

const counts = [
  countUnitTests('unit-suite.xml'),
  countUnitTests('unit-stack.xml'),
  countScenarios(),
  countDefects(),
]
const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
// Something that is no test, such as a type error, may have ended it.
console.log(`${passed} passed, ${outcome === 0 ? failed : Math.max(1, failed)} failed`)
