import { LIVE_LINES } from './live-lines.ts'
import { LIVE_STORIES } from './live-stories.ts'

/** The checks of `live-events.feature`. */
export const LIVE_EVENTS = { ...LIVE_STORIES, ...LIVE_LINES } as const
