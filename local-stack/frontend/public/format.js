const LONGEST_TITLE = 60
const TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })

/** The time for today, the date for anything earlier. */
export function moment(iso) {
  const then = new Date(iso)
  return (then.toDateString() === new Date().toDateString() ? TIME : DATE).format(then)
}

export function duration(milliseconds) {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}

export function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** `cost_usd_per_month` becomes `Cost USD per month`. */
export function label(name) {
  const words = name.replaceAll('_', ' ').replace(/\busd\b/, 'USD')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A conversation is called by the beginning of its first question. */
export function titleFrom(question) {
  const line = question.trim().replace(/\s+/g, ' ')
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE).replace(/ \S*$/, '')}…` : line
}
