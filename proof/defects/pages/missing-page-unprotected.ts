import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The page that says that there is no such page comes without any protection',
  reference: 'OWASP ASVS 5.0, 3.4.3; headers that are set for what succeeds only',
  reddens: [
    {
      check: 'AUTH-5.pages-run-own-code-only',
      breaks: ['browsers.own-code'],
      because: /nothing-is-here says nothing of whose code it runs/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => ({
    answer: (answer, { service }) =>
      service === 'frontend' && answer.status === 404
        ? { status: 404, headers: { 'content-type': 'text/html' }, body: '<html><h1>Not found</h1></html>' }
        : answer,
  }),
}
