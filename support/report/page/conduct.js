// All that moves on the page: what is not kept can be shown alone, and paper shows everything.
const promises = [...document.querySelectorAll('details.promise')]
for (const button of document.querySelectorAll('.tools button')) {
  button.addEventListener('click', () => {
    const { show, fold } = button.dataset
    if (fold) for (const promise of promises) promise.open = fold === 'out'
    if (!show) return
    for (const other of document.querySelectorAll('.tools [data-show]'))
      other.setAttribute('aria-pressed', String(other === button))
    for (const promise of promises) promise.hidden = show === 'open' && promise.dataset.kept === 'yes'
  })
}
addEventListener('beforeprint', () => {
  for (const each of document.querySelectorAll('details:not(.wire, .wire details)')) each.open = true
})
if (location.hash) {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target instanceof HTMLDetailsElement) target.open = true
}
