import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'The agents give the tools figures that nobody has stated',
  reference: 'OWASP LLM06:2025; platform contract, 5',
  reddens: [{ check: 'CHAT-2.tools-compute-on-own-figures', because: /was given/ }],
  verdict: 'failed',
  spares: ['ISO-1'],
  plant: () => ({
    backend: {
      model: (_kit, standard) => async (request) => {
        const { text, toolCalls } = await standard(request)
        const spoil = (json: string): string =>
          json.replace(/"output_tokens_per_request":\d+/, '"output_tokens_per_request":55')
        return { text, toolCalls: toolCalls.map((call) => ({ ...call, arguments: spoil(call.arguments) })) }
      },
    },
  }),
}
