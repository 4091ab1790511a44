/** What one person was shown of another one's things, or of their own. */
export interface Cell {
  readonly observed: number
  readonly owned: number
  readonly foreign: number
}

/** People × people: a row for each who was shown something, a column for each whose it is. */
export interface IsolationData {
  readonly people: readonly string[]
  readonly cells: readonly (readonly Cell[])[]
}

/** What a cell tells. */
export type Kind = 'own' | 'kept' | 'foreign' | 'unknown'

const MOST_PEOPLE = 30

/** Where there are too many, those whom something is wrong with come first. */
export function drawnOf(data: IsolationData): number[] {
  const everybody = data.people.map((_, index) => index)
  const concerned = new Set(leaksIn(data).flat())
  return [...new Set([...concerned, ...everybody])].slice(0, MOST_PEOPLE).sort((one, other) => one - other)
}

/** Pairs of whom the one was shown something of the other's. */
export function leaksIn({ cells }: IsolationData): [number, number][] {
  return cells.flatMap((row, index) =>
    row.flatMap(({ foreign }, column) => (foreign > 0 ? [[index, column] as [number, number]] : [])),
  )
}

/** Nothing is told by what was never looked at, or of whom there was nothing to be seen. */
export function kindOf({ observed, owned, foreign }: Cell, isOwn: boolean): Kind {
  if (foreign > 0) return 'foreign'
  if (observed === 0 || owned === 0) return 'unknown'
  return isOwn ? 'own' : 'kept'
}

/** In a few words. */
export function titleOf(data: IsolationData): string {
  const leaks = leaksIn(data).length
  if (leaks === 0 && pairsOf(data, 'kept') === 0)
    return 'Nothing to tell by: it is not known who was shown what'
  if (leaks === 0) return 'Nobody was shown anything of another person'
  return `Somebody was shown what is another person's: ${leaks} ${leaks === 1 ? 'pair' : 'pairs'}`
}

/** In words, for who cannot see the picture. */
export function summaryOf(data: IsolationData): string {
  const { people, cells } = data
  const texts = cells.reduce((sum, [first]) => sum + (first?.observed ?? 0), 0)
  const own = cells.reduce((sum, row, index) => sum + (row[index]?.owned ?? 0), 0)
  const foreign = cells.flat().reduce((sum, cell) => sum + cell.foreign, 0)
  const unknown = pairsOf(data, 'unknown')
  const seen = `own things seen ${own}× · foreign things seen ${foreign}×`
  const untold = unknown === 0 ? '' : ` · pairs with nothing to tell by: ${unknown}`
  return `people: ${people.length} · texts looked through: ${texts} · ${seen}${untold}`
}

function pairsOf({ cells }: IsolationData, kind: Kind): number {
  const others = cells.flatMap((row, index) => row.filter((_, column) => column !== index))
  return others.filter((cell) => kindOf(cell, false) === kind).length
}

/** In a sentence. */
export function sayCell(reader: string, owner: string, { observed, owned, foreign }: Cell): string {
  const looked = `(texts looked through: ${observed})`
  if (reader === owner) return `${reader} was shown own things ${owned}× ${looked}`
  const seen = foreign === 0 ? `nothing of ${owner}'s` : `something of ${owner}'s ${foreign}×`
  return `${reader} was shown ${seen} ${looked}; ${owner} was shown it ${owned}×`
}
