import type { Defect } from '#proof/defect'
import { altering } from '#damage/accounts'

export const defect: Defect = {
  wrong: 'Accents in a password do not count',
  reference: 'Platform contract, 2: Passwords count whole and letter for letter',
  reddens: [{ check: 'AUTH-1.password-counts-whole', because: /\d+ letters, without accents: 200/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      passwords: (_kit, standard) =>
        altering(standard, (password) => password.normalize('NFD').replace(/\p{M}/gu, '')),
    },
  }),
}
