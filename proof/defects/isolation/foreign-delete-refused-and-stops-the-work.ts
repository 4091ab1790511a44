import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Whoever would delete the conversation of another is refused, and the work in it is stopped',
  reference: 'Platform contract, 3: What is another’s and what does not exist are answered alike: 404',
  reddens: [
    {
      check: 'LIVE-5.anothers-work-goes-on',
      because: /^Bram's work is cancelled.* to delete that was answered 404$/,
    },
  ],
  verdict: 'isolation-violated',
  spares: ['CHAT-3'],
  plant: () => ({
    backend: {
      ownership: (kit, standard) => ({
        ...standard,
        thread: (userId, threadId, intent) =>
          standard.thread(userId, threadId, intent).catch(async (refusal: unknown) => {
            if (intent === 'delete-thread') await kit.runEngine.stopThread(threadId)
            throw refusal
          }),
      }),
    },
  }),
}
