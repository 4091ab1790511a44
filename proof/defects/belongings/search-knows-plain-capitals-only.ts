import type { Defect } from '#proof/defect'
import { findingLess } from '#damage/searching'

export const defect: Defect = {
  wrong: 'A search knows the capitals of plain letters only',
  reference: "Platform contract, 3: as it stands but for letter case; the locale of PostgreSQL's cluster",
  reddens: [
    { check: 'CHAT-1.words-kept-to-the-letter', because: /words of the message in capitals do not find it/ },
  ],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => {
    const small = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    return findingLess((search, { title }, said) =>
      [title, ...said.map(({ content }) => content)].some((text) => small(text).includes(small(search))),
    )
  },
}
