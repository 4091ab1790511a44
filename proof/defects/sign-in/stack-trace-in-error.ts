import type { Defect } from '#proof/defect'

export const defect: Defect = {
  wrong: 'Errors show where in the code they arose',
  reference: 'OWASP ASVS 5.0, 16.5.1; CWE-209',
  reddens: [{ check: 'AUTH-5.nothing-of-the-inside-shows', because: /at / }],
  sparesNothing: 'every scenario compares what is told with what was done',
  plant: () => ({
    auth: {
      describeFault: () => (fault) => ({ detail: fault.message, trace: new Error(fault.message).stack }),
    },
  }),
}
