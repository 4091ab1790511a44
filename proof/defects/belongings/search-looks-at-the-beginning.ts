import type { Defect } from '#proof/defect'
import { findingLess } from '#damage/searching'

export const defect: Defect = {
  wrong: 'A search looks at the title and at the first two messages of a conversation',
  reference: 'Platform contract, 3: q looks into titles and messages for what it says',
  reddens: [
    {
      check: 'ALWAYS.what-is-hers-is-told-as-it-is',
      breaks: ['threads.list.search'],
      because: /conversations found by "[\d,]+" are .*, and they are \d/,
      inside: 'CHAT-1',
    },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () =>
    findingLess((search, { title }, said) => {
      const texts = [title, ...said.slice(0, 2).map(({ content }) => content)]
      return texts.some((text) => text.toLowerCase().includes(search.toLowerCase()))
    }),
}
