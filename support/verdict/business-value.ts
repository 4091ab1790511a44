/** What a feature protects, in the words of its own description: `Protects: $50K+ MRR from …`. */
export function protectedBy(description: string): string | undefined {
  return /^\s*Protects:[ \t]*(\S.*?)\s*$/m.exec(description)?.[1]
}
