/** Damages the suite itself: in every scenario, something goes wrong that nobody waits for any more. */
const { Before } = require('@cucumber/cucumber')

Before(() => {
  setTimeout(() => void Promise.reject(new Error('planted, and not waited for')), 50)
})
