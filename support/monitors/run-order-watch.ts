import { Continuity } from '#contract/continuity'
import { isAgentEvent, type AgentEvent, type Heard } from '#contract/frames'
import type { Frame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import type { Finding } from './finding.ts'
import { findDisorder } from '#contract/run-order'

/** What one line was told of one run. */
export interface RunStory {
  readonly runId: string
  readonly line: number
  readonly person: string
  /** In the order of their numbers, each once: what is replayed was told before. */
  readonly events: readonly AgentEvent[]
  /** Whether the line listened from before the run began. */
  readonly fromTheStart: boolean
}

interface LineStory {
  readonly person: string
  readonly continuity: Continuity
  /** Runs whose acceptance this line has heard. */
  readonly fromTheStart: Set<string>
  /** By run, then by event. */
  readonly runs: Map<string, Map<string, AgentEvent>>
}

/** Follows what every line is told of every run: complete, in order, once. */
export class StoryWatch implements WireObserver {
  readonly #lines = new Map<number, LineStory>()

  get findings(): readonly Finding[] {
    const gaps = [...this.#lines].flatMap(([line, { person, continuity }]) =>
      continuity.faults.map((fault) => ({ text: `${person}'s line ${line} ${fault}` })),
    )
    const disorders = this.stories.flatMap((story) => {
      const disorder = findDisorder(story)
      return disorder ? [{ text: `on ${story.person}'s line ${story.line}, ${disorder.text}` }] : []
    })
    return [...gaps, ...disorders]
  }

  /** Every run, as every line was told of it. */
  get stories(): readonly RunStory[] {
    return [...this.#lines].flatMap(([line, { person, runs, fromTheStart }]) =>
      [...runs].map(([runId, events]) => ({
        ...{ runId, line, person, fromTheStart: fromTheStart.has(runId) },
        events: [...events.values()].sort((one, other) => one.sequence - other.sequence),
      })),
    )
  }

  frame({ line, person, direction, text, heard }: Frame): void {
    const story = this.#storyOf(line, person)
    if (direction === 'sent') story.continuity.noteSent(text)
    else if (heard) follow(story, heard)
  }

  #storyOf(line: number, person: string): LineStory {
    const known = this.#lines.get(line)
    if (known) return known
    const fresh = { person, continuity: new Continuity(), fromTheStart: new Set<string>(), runs: new Map() }
    this.#lines.set(line, fresh)
    return fresh
  }
}

function follow({ continuity, fromTheStart, runs }: LineStory, heard: Heard): void {
  continuity.note(heard)
  if (heard.type === 'message_accepted') fromTheStart.add(heard.payload.run_id)
  if (!isAgentEvent(heard)) return
  const { run_id: run } = heard.payload
  const events = runs.get(run) ?? new Map<string, AgentEvent>()
  if (!events.has(heard.event_id)) events.set(heard.event_id, heard)
  runs.set(run, events)
}
