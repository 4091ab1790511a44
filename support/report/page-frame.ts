import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { html } from 'ghtml'

const LOOK = readFileSync(join(__dirname, 'page', 'look.css'), 'utf8')

/** A page of ours that needs nothing else. @param body HTML */
export function framed(title: string, body: string): string {
  return `<!doctype html>${html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} · Netra acceptance</title>
      <style>
        !${LOOK}
      </style>
    </head>
    <body>
      !${body}
    </body>
  </html>`}`
}
