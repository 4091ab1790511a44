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
  'ALWAYS.no-figure-of-another-shows': promise('No figure that somebody told shows to anybody else', {
    source: ['every scenario', "contract §5 compute on the asker's own figures", 'ASVS 8.2.2'],
    isolation: true,
  }),
  'ALWAYS.no-secret-shows': promise('No secret shows anywhere but where it is issued', {
    source: ['every scenario', 'ASVS 16.5.1'],
  }),
  'ALWAYS.no-inside-shows': promise('Nothing that anybody is told shows how the platform is built', {
    source: [
      'contract §2 No trace, query or path ever shows',
      'contract §3 No trace, query, path or name of a part ever shows',
      'ASVS 16.5.1',
    ],
  }),
  'ALWAYS.runs-keep-the-order': promise('Every run tells its story in order, once, to the end', {
    source: ['contract §4 Every agent that starts ends once', 'contract §4 Exactly one terminal event'],
  }),
  'ALWAYS.what-is-hers-is-told-as-it-is': promise('What a person has made and done is told as it is', {
    source: [
      'contract §2 user {id, email, name}',
      'contract §3 own ones only, total too, newest first',
      'contract §3 Titles, contents, names and metadata are told as they were given, to the letter',
      'contract §3 a moment lies within the call or the work that it tells of',
    ],
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
