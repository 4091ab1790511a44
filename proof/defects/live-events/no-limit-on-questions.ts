import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Anybody may have any number of questions worked on at once',
  reference: 'OWASP API 2023, API4; platform contract, 3: 5 runs at once',
  reddens: [{ check: 'LIVE-5.flood-is-slowed', because: /8 of 8 taken/ }],
  spares: ['CHAT-2'],
  plant: () => ({
    backend: { limits: () => ({ admitMessage: () => Promise.resolve(), admitRun: () => undefined }) },
  }),
}
