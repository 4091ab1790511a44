// What passed on the wire, put up where it is asked for: calls and live messages in one list, on one clock.
const passedOnTheWire = JSON.parse(document.getElementById('wire')?.textContent || '{}')
const WITHHELD = /\[withheld: \d+ characters, #[0-9a-f]{4}\]/g

function make(tag, attributes, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

const toVariable = (name) => `'"$${name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}"'`
const inShell = (text) => `'${text.replaceAll("'", `'\\''`)}'`

/** The same call for a shell; each secret is a variable, which whoever makes it sets. */
function toCurl({ method, url, headers, body, who }) {
  const address = inShell(url)
    .replace(/([?&])([\w-]+)=%5Bwithheld[^&'#]*/g, (_, mark, name) => `${mark}${name}=${toVariable(name)}`)
    .replace(/(%5B|\[)withheld.*?(%5D|\])/g, toVariable('TOKEN'))
  const sent = Object.entries(headers)
    .filter(([name]) => name !== 'content-length')
    .map(([name, value]) => {
      const bearer = name === 'authorization' ? `Bearer ${toVariable(`TOKEN_OF_${who}`)}` : toVariable(name)
      return `-H ${inShell(`${name}: ${value}`)
        .replace(WITHHELD, () => bearer)
        .replace(/''$/, '')}`
    })
  const data = inShell(body)
    .replace(
      /"([\w-]+)":"\[withheld: \d+ characters, #[0-9a-f]{4}\]"/g,
      (_, name) => `"${name}":"${toVariable(name)}"`,
    )
    .replace(WITHHELD, () => toVariable('WITHHELD'))
  const parts = [`curl -X ${method} ${address}`, ...sent, ...(body === '' ? [] : [`--data-raw ${data}`])]
  return parts.join(' \\\n  ')
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return text
  }
}

function copyButton(call) {
  const text = toCurl(call)
  const shown = make('pre', { class: 'curl', hidden: '' }, text)
  const said = make('span', { role: 'status' })
  const button = make('button', { type: 'button' }, 'Copy as curl')
  button.addEventListener('click', async () => {
    shown.hidden = false
    try {
      await navigator.clipboard.writeText(text)
      said.textContent = ' copied; each secret is a variable'
    } catch {
      said.textContent = ' shown below; each secret is a variable'
    }
  })
  return make('div', {}, button, said, shown)
}

function toldCall(call) {
  const result = call.status === 0 ? `no answer (${call.failure ?? 'lost'})` : String(call.status)
  const isOdd = call.status === 0 || call.status >= 500
  const known = URL.canParse(call.url) ? new URL(call.url) : { pathname: call.url, search: '', host: '?' }
  const { pathname, search, host } = known
  return {
    what: `${call.method} ${pathname}${search}`,
    result: make('span', { class: isOdd ? 'bad' : 'faint' }, `${result} · ${call.ms} ms`),
    inside: () => [
      make('p', { class: 'faint' }, `to ${host}`),
      ...(call.body ? [make('pre', {}, pretty(call.body))] : []),
      ...(call.answer
        ? [make('p', { class: 'faint' }, 'answered'), make('pre', {}, pretty(call.answer))]
        : []),
      ...(call.headers ? [copyButton(call)] : [make('p', { class: 'faint' }, 'all of it: exchanges.har')]),
    ],
  }
}

const WAYS = { sent: '→ said', received: '← heard', ended: '✕ line ended' }

function toldMessage({ way, line, text }) {
  const [, type = ''] = /"type":"(\w+)"/.exec(text) ?? []
  const about = way === 'ended' ? text : type
  return {
    what: `${WAYS[way]} ${about}`,
    result: make('span', { class: 'faint' }, `line ${line}`),
    inside: () => [make('pre', {}, pretty(text))],
  }
}

function toRow(passed) {
  const { what, result, inside } = 'way' in passed ? toldMessage(passed) : toldCall(passed)
  const at = make('span', { class: 'at' }, `${(passed.at / 1000).toFixed(3)} s`)
  const summary = make(
    'summary',
    {},
    at,
    make('b', {}, passed.who),
    make('span', { class: 'what' }, what),
    result,
  )
  const row = make('details', {}, summary)
  const open = () => row.append(make('div', { class: 'inside' }, ...inside()))
  row.addEventListener('toggle', open, { once: true })
  return make('li', { 'data-who': passed.who, 'data-number': passed.number ?? '' }, row)
}

function putUp(place, { rows, left }) {
  const list = make('ol', { class: 'rows' }, ...rows.map(toRow))
  const people = [...new Set(rows.map(({ who }) => who))].sort((one, other) =>
    one.localeCompare(other, 'en', { numeric: true }),
  )
  const everybody = make('option', { value: '' }, 'everybody')
  const select = make('select', {}, everybody, ...people.map((who) => make('option', { value: who }, who)))
  const count = make('span', { class: 'faint', role: 'status' }, `${rows.length} shown`)
  select.addEventListener('change', () => {
    for (const row of list.children) row.hidden = select.value !== '' && row.dataset.who !== select.value
    count.textContent = `${[...list.children].filter((row) => !row.hidden).length} shown`
  })
  const more =
    left > 0 ? [make('p', { class: 'faint' }, `${left} more stand in the files of the evidence`)] : []
  place.append(make('p', {}, make('label', {}, 'Who ', select), ' ', count), list, ...more)
}

for (const each of document.querySelectorAll('details.wire')) {
  const told = passedOnTheWire[each.dataset.promise]
  if (!told || told.rows.length === 0) each.remove()
  else each.addEventListener('toggle', () => putUp(each.querySelector('.inside'), told), { once: true })
}

for (const link of document.querySelectorAll('a[data-exchange]')) {
  const wire = document.querySelector(`details.wire[data-promise="${link.hash.slice(1)}"]`)
  link.addEventListener('click', (event) => {
    if (!wire) return
    event.preventDefault()
    const show = () => {
      const row = wire.querySelector(`li[data-number="${link.dataset.exchange}"] > details`)
      if (row) row.open = true
      ;(row ?? wire).querySelector('summary').focus()
      ;(row ?? wire).scrollIntoView({ block: 'center' })
    }
    wire.closest('details.promise').open = true
    if (wire.open) return show()
    wire.addEventListener('toggle', show, { once: true })
    wire.open = true
  })
}
