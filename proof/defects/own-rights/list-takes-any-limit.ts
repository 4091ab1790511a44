import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A page of any length may be asked for',
  reference: 'Platform contract, 3: limit 1 to 100',
  reddens: [
    {
      check: 'ISO-4.pages-are-whole',
      breaks: ['threads.list.page-size'],
      because: /GET \/api\/threads with limit 101: 200, not 422/,
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => ({
    answer: (answer, { path }) =>
      /\/api\/threads\?.*limit=101/.test(path) ? { ...answer, status: 200, body: NO_PAGE } : answer,
  }),
}

const NO_PAGE = JSON.stringify({ threads: [], total: 0, limit: 100, offset: 0 })
