import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Every call to the backend but its health is answered with a start page',
  reference: 'Profile of a backend: HTML on the host of the API',
  reddens: [{ check: 'ALWAYS.every-step-can-be-taken', because: /answered 200 <!doctype/, inside: 'CHAT-1' }],
  verdict: 'failed',
  sparesNothing: 'every scenario has a bystander with a conversation',
  wire: () => ({
    answer: (answer, { service, path }) =>
      service === 'backend' && path !== '/health'
        ? { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Hi</title>' }
        : answer,
  }),
}
