import type { Defect } from '#proof/defect'
export const defect: Defect = {
  wrong: 'Two addresses that differ in a dot are taken for one',
  reference: 'Platform contract, 2: An address is the same in any letter case',
  reddens: [{ check: 'AUTH-1.address-taken-in-any-spelling', because: /a\.sha.*: 409/ }],
  verdict: 'failed',
  spares: ['AUTH-4'],
  plant: () => ({
    auth: {
      addressKey: (_kit, standard) => (email) => {
        const [local = '', host = ''] = standard(email).split('@')
        return `${local.replaceAll('.', '')}@${host}`
      },
    },
  }),
}
