const MONTH = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
const DAY = String.raw`(?:[12]?\d|3[01]|0\d)(?:st|nd|rd|th)?`
const YEAR = String.raw`20\d\d`
/** What stands for a place in the text itself, and is counted there. */
const PLACE = '(?:step|part|option|phase|page|section|point|item|stage|task|question|answer|agent|scenario)'

/** Dates, times of the day, and numbers by which a text speaks of itself: no figure of any amount. */
const NO_FIGURES = [
  String.raw`${YEAR}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?)?`,
  String.raw`${DAY} (?:of )?${MONTH},? ${YEAR}`,
  String.raw`${MONTH} (?:${DAY},? )?${YEAR}`,
  String.raw`(?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|[12]\d|3[01])[/.]${YEAR}`,
  String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?= ?(?:UTC|GMT|CET|[ap]\.?m\b)|(?!\S))`,
  String.raw`24/7`,
  String.raw`Q[1-4],? (?:of )?${YEAR}`,
  String.raw`${PLACE} \d{1,2}(?: ?(?:of|/) ?\d{1,2})?`,
  String.raw`(?:[2-9]|10) (?:of them|ways?|${PLACE}s|models|alternatives|reasons|tools)`,
].map((form) => new RegExp(String.raw`(?<![\w.,$€£-])${form}(?![\w%]|[.,]\d)`, 'gi'))

/** `[^1]`, `[2]`: where a text has a note, and where that stands. */
const NOTES = /\[\^?\d{1,2}\]:?/g

/** A comma before the cents, where a currency stands beside: `1 234,50 USD`, `1234,50 $`. */
const CURRENCY = String.raw`(?:US\$|[$€£]|USD|EUR|GBP|CHF|(?:US )?dollars)`
const WHOLE = String.raw`\d{1,3}(?:[ .\u00a0\u2009\u202f]\d{3})+|\d+`
const CENTS = new RegExp(String.raw`(?<![\w.,])(${WHOLE}),(\d{2})(?=\s?${CURRENCY}(?![\w-]))`, 'gi')

/** A text without what only looks like a figure, and with points before cents. */
export function withoutNoFigures(text: string): string {
  const plain = NO_FIGURES.reduce((left, form) => left.replace(form, ' '), text.replace(NOTES, ' '))
  return plain.replace(CENTS, (_, whole: string, cents: string) => `${whole.replace(/\D/g, '')}.${cents}`)
}
