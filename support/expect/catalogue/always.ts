import { promise, type CheckEntry } from './entry.ts'

/** The checks that the monitors make in every scenario. */
export const ALWAYS = {
  'ALWAYS.every-step-can-be-taken': promise('The platform does what every step needs of it'),
  'ALWAYS.nothing-foreign-shows': promise('Nothing of another person shows anywhere', { isolation: true }),
  'ALWAYS.no-secret-shows': promise('No secret shows anywhere but where it is issued'),
  'ALWAYS.runs-keep-the-order': promise('Every run tells its story in order, once, to the end'),
  'ALWAYS.answers-keep-the-contract': promise('Every answer is what the contract promises'),
  'ALWAYS.no-unclaimed-fault': promise('Nothing went wrong that nobody asked for'),
  'ALWAYS.nothing-left-open': promise('Nothing is left open or running'),
  'ALWAYS.bystander-unchanged': promise('Nothing changes for a person who was not concerned'),
} as const satisfies Record<string, CheckEntry>
