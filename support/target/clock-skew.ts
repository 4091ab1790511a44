/**
 * How far a service's clock is ahead of ours, as far as one answer proves it. The service wrote its moment between
 * sending and receiving; what lies within is no difference, however long the answer took. A moment in whole seconds may
 * be any within that second.
 *
 * @param theirs the moment in the answer: milliseconds since 1970
 * @param sent by our clock, before the request; in the same unit, as is the result
 * @param received by our clock, after the answer
 */
export function skewFrom(theirs: number, sent: number, received: number): number {
  const grain = theirs % 1000 === 0 ? 999 : 0
  const [least, most] = [theirs - received, theirs + grain - sent]
  return least <= 0 && most >= 0 ? 0 : (least + most) / 2
}
