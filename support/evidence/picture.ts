import { html } from 'ghtml'

/** The colours of all pictures; each is told apart from its neighbours in grey, too. */
export const COLOURS = {
  ...{ text: '#1f2933', faint: '#52606d', line: '#e4e7eb', paper: '#ffffff' },
  ...{ calm: '#7aa7d6', good: '#2f6f4f', bad: '#b3261e', note: '#8a6d1d' },
}

/** What a picture is called and tells, and how large it is. */
export interface PictureFrame {
  readonly title: string
  /** In words, for who cannot see the picture. */
  readonly summary: string
  readonly width: number
  readonly height: number
}

/** A picture for people, which can stand in a page as it is: its title, what it tells in words, and the rest. */
export function framePicture({ title, summary, width, height }: PictureFrame, content: string): string {
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    role="img"
    aria-label="${title}"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    font-family="system-ui, sans-serif"
    font-size="12"
    fill="${COLOURS.text}"
  >
    <title>${title}</title>
    <rect width="100%" height="100%" fill="${COLOURS.paper}" />
    <text x="12" y="22" font-size="15" font-weight="600">${title}</text>
    <text x="12" y="40" fill="${COLOURS.faint}">${summary}</text>
    !${content}
  </svg>`
}

/** To one decimal place: more only makes a picture larger. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}
