import type { Defect } from '#proof/defect'
export const defect: Defect = {
  wrong: 'What is no text is taken by a call in place of a title or a question, as if it were one',
  reference: 'Platform contract, 3: A query or body that cannot be taken is 422',
  reddens: [{ check: 'ISO-4.pages-are-whole', breaks: ['backend.bad-input'], because: /200, not 422/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  wire: () => ({
    ask: (text) =>
      text.replace(/"(title|content)":(\{[^}]*\}|null)/, (_all, name: string) => `"${name}":"[object]"`),
  }),
}
