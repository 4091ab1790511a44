import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'A tool that failed is told as one that worked',
  reference: 'Platform contract, 5: a failed tool is never reported as success',
  reddens: [{ check: 'CHAT-4.failed-tool-is-told', because: /usage_profile: success/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    backend: {
      toolbox: (_kit, standard) => ({
        ...standard,
        use: async (...use) => ({ ...(await standard.use(...use)), status: 'success' }),
      }),
    },
  }),
}
