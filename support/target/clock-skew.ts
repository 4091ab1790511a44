/**
 * How far a service's clock is ahead of ours, as far as one answer proves it. The service wrote its moment between
 * sending and receiving; what lies within is no difference, however long the answer took.
 *
 * @param theirs the moment in the answer: milliseconds since 1970
 * @param sent by our clock, before the request; in the same unit, as is the result
 * @param received by our clock, after the answer
 */
export function skewFrom(theirs: number, sent: number, received: number): number {
  const [least, most] = [theirs - received, theirs - sent]
  return least <= 0 && most >= 0 ? 0 : (least + most) / 2
}
