import type { Defect } from '#proof/defect'
export const defect: Defect = {
  wrong: "A page on another port of the platform's host may open a line",
  reference: 'RFC 6454, 4: another port is another origin',
  reddens: [{ check: 'LIVE-4.foreign-page-turned-away', because: /is open/ }],
  spares: ['CHAT-2'],
  plant: (configs) => ({
    backend: {
      originRule: (_kit, standard) => (origin) =>
        standard(origin) ||
        (URL.canParse(origin ?? '') &&
          new URL(origin ?? '').hostname === new URL(configs.backend.frontendUrl).hostname),
    },
  }),
}
