import { kept, type CheckEntry } from './entry.ts'

/** The checks that the monitors make in every scenario. */
export const ALWAYS = {
  'ALWAYS.every-step-can-be-taken': kept('The platform does what every step needs of it'),
  'ALWAYS.nothing-foreign-shows': kept('Nothing of another person shows anywhere', { isolation: true }),
  'ALWAYS.no-secret-shows': kept('No secret shows anywhere but where it is issued'),
  'ALWAYS.runs-keep-the-order': kept('Every run tells its story in order, once, to the end'),
  'ALWAYS.answers-keep-the-contract': kept('Every answer is what the contract promises'),
  'ALWAYS.no-unclaimed-fault': kept('Nothing went wrong that nobody asked for'),
  'ALWAYS.nothing-left-open': kept('Nothing is left open or running'),
  'ALWAYS.bystander-unchanged': kept('Nothing changes for a person who was not concerned'),
} as const satisfies Record<string, CheckEntry>
