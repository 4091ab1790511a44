import { label } from './format.js'
import { html } from './html.js'

/** Of an amount of money; the price of a single token has more of them. */
const CENTS = { minimumFractionDigits: 2, maximumFractionDigits: 6 }

/** What a tool was given or has found, for reading rather than for parsing. */
export function Facts({ name = '', value }) {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return value.toLocaleString('en-US', /usd/.test(name) ? CENTS : undefined)
  if (!isObject(value)) return String(value ?? '–')
  if (!Array.isArray(value)) return html`<dl>${Object.entries(value).map(fact)}</dl>`
  return isObject(value[0]) ? html`<${Table} rows=${value} />` : value.join(', ')
}

function isObject(value) {
  return typeof value === 'object' && value !== null
}

function fact([name, value]) {
  return [html`<dt>${label(name)}</dt>`, html`<dd><${Facts} name=${name} value=${value} /></dd>`]
}

function Table({ rows }) {
  const names = [...new Set(rows.flatMap(Object.keys))]
  const heading = names.map((name) => html`<th scope="col">${label(name)}</th>`)
  const cells = (row) => names.map((name) => html`<td><${Facts} name=${name} value=${row[name]} /></td>`)
  return html`<table>
    <tr>
      ${heading}
    </tr>
    ${rows.map(
      (row) =>
        html`<tr>
          ${cells(row)}
        </tr>`,
    )}
  </table>`
}
