import { LIVE_ACCESS } from '#contract/access'
import { ServerFrame } from '#contract/frames'
import { ROUTES } from '#contract/routes'
import { contractSections, type ContractSection } from './contract-page.ts'

/** Where the tables of the page and those of the code differ, in a line each. */
export function tableFaults(page?: string): string[] {
  const sections = [...contractSections(page).values()]
  const named = (what: (section: ContractSection) => readonly string[]): string[] => [
    ...new Set(sections.flatMap(what)),
  ]
  const routes = Object.values(ROUTES).map(({ name }) => name)
  const frames = [...ServerFrame.options.map(({ shape }) => shape.type.value), ...Object.keys(LIVE_ACCESS)]
  return [
    ...differences(
      named(({ calls }) => calls),
      routes,
      'support/contract/routes.ts',
    ),
    ...differences(
      named(({ names }) => names),
      frames,
      'support/contract/frames.ts or access.ts',
    ),
  ]
}

function differences(page: readonly string[], known: readonly string[], file: string): string[] {
  return [
    ...page
      .filter((each) => !known.includes(each))
      .map((each) => `${each} is in the contract and not in ${file}`),
    ...known
      .filter((each) => !page.includes(each))
      .map((each) => `${each} is in ${file} and not in the contract`),
  ]
}
