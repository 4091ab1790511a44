const FIGURE = /\d[\d,\u00a0\u202f']*(?:\.\d+)?/g
const SEPARATORS = /[,\u00a0\u202f']/g

/** The figures in a text, however they are written: `$1,234.50` is 1234.5. */
export function figuresIn(text: string): number[] {
  return [...text.matchAll(FIGURE)].map(([figure]) => Number(figure.replace(SEPARATORS, '')))
}

/** Whether a text states an amount, to the cent. */
export function states(text: string, amount: number): boolean {
  return figuresIn(text).some((figure) => Math.abs(figure - amount) < 0.01)
}
