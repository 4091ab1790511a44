/** When something was done, on the wire's clock (milliseconds), and where that stands in the evidence. */
export interface Window {
  readonly from: number
  /** Infinity when it is not known whether, or when, it was done. */
  readonly to: number
  /** `exchange 3`, `a frame on line 2 at +41 ms` */
  readonly where: string
}

/** Something that was said to be so. */
export interface Write<Value> extends Window {
  readonly value: Value
}

/** Whether the one was over before the other had begun. */
export function isBefore(one: Pick<Window, 'to'>, other: Pick<Window, 'from'>): boolean {
  return one.to < other.from
}

/** Whether the one may have been under way while the other was. */
export function isMeanwhile(one: Pick<Window, 'from' | 'to'>, other: Pick<Window, 'from' | 'to'>): boolean {
  return one.from <= other.to && one.to >= other.from
}

/** A value that its owner may change: what overlaps in time may be seen in either order. */
export class Register<Value> {
  readonly #writes: Write<Value>[] = []

  write(value: Value, { from, to, where }: Window): void {
    this.#writes.push({ value, from, to, where })
  }

  /** What it may be while somebody looks; nothing when it is not known. */
  possibleAt(look: Window): Write<Value>[] {
    return this.#writes.filter((write) => {
      const isReplaced = this.#writes.some((later) => isBefore(write, later) && isBefore(later, look))
      return write.from <= look.to && !isReplaced
    })
  }

  /** Whether it may have been changed while somebody looked. */
  isChangedDuring(look: Window): boolean {
    return this.#writes.some((write) => isMeanwhile(write, look))
  }

  /** Every value that it was given, or may have been. */
  everWritten(): Value[] {
    return this.#writes.map(({ value }) => value)
  }

  /** The changes that were over before somebody looked. */
  doneBefore(look: Window): Write<Value>[] {
    return this.#writes.filter((write) => isBefore(write, look))
  }
}
