import { promise, type CheckEntry } from './entry.ts'

/** The checks that the monitors make in every scenario. */
export const ALWAYS = {
  'ALWAYS.every-step-can-be-taken': promise('The platform does what every step needs of it', {
    source: ['every scenario', 'contract §6 Offered and failing is a failure'],
  }),
  'ALWAYS.nothing-foreign-shows': promise('Nothing of another person shows anywhere', {
    source: [
      'every scenario',
      "contract §3 What is another's and what does not exist are answered alike",
      'ASVS 8.2.2',
    ],
    isolation: true,
  }),
  'ALWAYS.no-secret-shows': promise('No secret shows anywhere but where it is issued', {
    source: ['every scenario', 'ASVS 16.5.1'],
  }),
  'ALWAYS.runs-keep-the-order': promise('Every run tells its story in order, once, to the end', {
    source: ['contract §4 Every agent that starts ends once', 'contract §4 Exactly one terminal event'],
  }),
  'ALWAYS.events-say-what-happened': promise('Every word of an agent says something that can be', {
    source: ['contract §4 counted 1, 2, 3 …', 'contract §4 never empty', 'contract §4 how long it took'],
  }),
  'ALWAYS.tools-compute-by-the-list': promise('Every tool computes rightly, by the listed prices', {
    capability: 'tool-events',
    source: ['contract §5 What they compute', 'contract §5 the price catalogue'],
  }),
  'ALWAYS.records-fit-the-story': promise('The record of every work fits what was told of it', {
    source: ['contract §3 GET /api/runs/{id}', 'contract §3 as it was told'],
  }),
  'ALWAYS.answers-keep-the-contract': promise('Every answer is what the contract promises', {
    source: ['contract §2 JSON both ways', 'contract §4 Every frame is a JSON object with type'],
  }),
  'ALWAYS.no-unclaimed-fault': promise('Nothing went wrong that nobody asked for', {
    source: ['every scenario'],
  }),
  'ALWAYS.nothing-left-open': promise('Nothing is left open or running', { source: ['every scenario'] }),
  'ALWAYS.bystander-unchanged': promise('Nothing changes for a person who was not concerned', {
    source: ['every scenario'],
  }),
} as const satisfies Record<string, CheckEntry>
