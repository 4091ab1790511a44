import { contractSections } from './contract-page.ts'

/** Turns the source of a check into a link, or leaves it as it is where there is no address. */
export function sourceLinks(): (source: string) => string {
  const sections = contractSections()
  return (source) => {
    const [, number] = /^contract §(\d)/.exec(source) ?? []
    if (number !== undefined)
      return `[${source}](platform-contract.md${sections.get(Number(number))?.anchor ?? ''})`
    const [, rfc, section] = /^RFC (\d+) §(.+)$/.exec(source) ?? []
    if (rfc !== undefined) return `[${source}](https://www.rfc-editor.org/rfc/rfc${rfc}#section-${section})`
    return source
  }
}
