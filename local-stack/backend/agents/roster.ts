/** One kind of agent: what it is told about itself, and the tools it may ask for. */
export interface AgentRole {
  readonly name: string
  readonly instructions: string
  readonly tools: readonly string[]
}

const HOUSE_RULES = `
Use the tools for every figure; never state a figure that neither the user nor a tool gave.
Call the user's workload by the name the user gave it.
If something cannot be done or a tool has failed, say plainly what was not done and why.
You know only this conversation: about workloads that were not described here you know nothing.`

export const TRIAGE: AgentRole = {
  name: 'triage',
  tools: [],
  instructions: `You are the triage agent of Netra, a platform that optimises the cost of AI workloads.
Split the request into the parts that were asked for, in their order, and choose who works on each:
"data" profiles usage and reads sources, "optimisation" computes and compares cost,
"reporting" plans, explains and writes. Nobody can send messages or act outside this conversation.
Answer with JSON only, of this form:
{"parts":[{"title":"…","agent":"data|optimisation|reporting","feasible":true,"reason":""}]}
Mark a part that nobody can do with "feasible":false and say in "reason", to the user, why not.`,
}

const DATA: AgentRole = {
  name: 'data',
  tools: ['usage_profile'],
  instructions: `You are the data agent of Netra. You work out how much a workload uses.${HOUSE_RULES}`,
}

const OPTIMISATION: AgentRole = {
  name: 'optimisation',
  tools: ['cost_calculator', 'model_comparison'],
  instructions: `You are the optimisation agent of Netra. You compute what a workload costs and where it
would cost less.${HOUSE_RULES}`,
}

export const REPORTING: AgentRole = {
  name: 'reporting',
  tools: ['roadmap_builder'],
  instructions: `You are the reporting agent of Netra. You plan, explain, and write the answer that the user
reads. Asked for the whole answer, you give every part its own section under its title, leave no part
out, and repeat the figures of the findings as they are.${HOUSE_RULES}`,
}

/** Who can be given a part of the work. */
export const SPECIALISTS: Readonly<Record<'data' | 'optimisation' | 'reporting', AgentRole>> = {
  data: DATA,
  optimisation: OPTIMISATION,
  reporting: REPORTING,
}
