import { LIVE_ACCESS } from '#contract/access'
import { ServerFrame } from '#contract/frames'
import { ROUTES } from '#contract/routes'
import { contractSections } from './contract-page.ts'

/** The section of the live line. */
const LIVE = 4

/** Where the tables of the page and those of the code differ, in a line each. */
export function tableFaults(page?: string): string[] {
  const sections = contractSections(page)
  const calls = [...sections.values()].flatMap((section) => section.calls)
  const routes = Object.values(ROUTES).map(({ name }) => name)
  const frames = [...ServerFrame.options.map(({ shape }) => shape.type.value), ...Object.keys(LIVE_ACCESS)]
  return [
    ...differences([...new Set(calls)], routes, 'support/contract/routes.ts'),
    ...differences(sections.get(LIVE)?.names ?? [], frames, 'support/contract/frames.ts or access.ts'),
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
