import open from 'open'

/** What there has to be on Linux for a window to be shown. */
const DESKTOPS = ['DISPLAY', 'WAYLAND_DISPLAY']

/**
 * Shows a report in the browser of whoever has started the run, where there is a desktop to show it on.
 *
 * @param file an absolute path
 * @param show opens it, in place of the usual browser
 * @returns one line about why it could not be shown
 */
export async function openReport(
  file: string,
  environment: Readonly<Record<string, string | undefined>>,
  show: (file: string) => Promise<unknown> = open,
): Promise<string | undefined> {
  const isSeen = process.platform !== 'linux' || DESKTOPS.some((name) => environment[name])
  if (!isSeen) return `There is no desktop here to show it on: ${file}`
  try {
    await show(file)
    return undefined
  } catch (error) {
    return `${file} could not be opened: ${error instanceof Error ? error.message : String(error)}`
  }
}
