import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Of several blanks in a name, one is kept',
  reference: 'Platform contract, 2: A name is told as it was given; a helper that tidies up',
  reddens: [{ check: 'AUTH-1.names-are-kept', because: /quotes and signs/ }],
  verdict: 'failed',
  spares: ['CHAT-2'],
  plant: () => ({
    auth: {
      registrationReader: (_kit, standard) => async (body) => {
        const { name, ...registration } = await standard(body)
        return name === undefined ? registration : { ...registration, name: name.replace(/\s+/g, ' ') }
      },
    },
  }),
}
