import { z } from 'zod'
import { isAgentEvent, type AgentEvent } from '#contract/frames'
import type { Frame } from '#wire/exchange'
import type { WireObserver } from '#wire/wire'
import { parseJson } from '#wire/json'
import type { Finding } from './finding.ts'
import { findDisorder } from './run-order.ts'

interface LineStory {
  readonly person: string
  /** Runs whose acceptance this line has heard: it listened from before they began. */
  readonly fromTheStart: Set<string>
  readonly runs: Map<string, AgentEvent[]>
  /** By thread: the sequence that was told last. */
  readonly last: Map<string, number>
  /** By thread: after which sequence this line has asked to be told again. */
  readonly resumed: Map<string, number>
}

/** Follows what every line is told of every run: complete, in order, once. */
export class StoryWatch implements WireObserver {
  readonly #lines = new Map<number, LineStory>()
  readonly #findings: Finding[] = []

  get findings(): readonly Finding[] {
    const disorders = [...this.#lines].flatMap(([line, { person, runs, fromTheStart }]) =>
      [...runs].flatMap(([runId, events]) => {
        const disorder = findDisorder({ runId, events, fromTheStart: fromTheStart.has(runId) })
        return disorder ? [{ text: `on ${person}'s line ${line}, ${disorder.text}` }] : []
      }),
    )
    return [...this.#findings, ...disorders]
  }

  frame({ line, person, direction, text, heard }: Frame): void {
    const story = this.#storyOf(line, person)
    if (direction === 'sent') return noteResume(story, text)
    if (heard?.type === 'message_accepted') story.fromTheStart.add(heard.payload.run_id)
    if (heard && isAgentEvent(heard)) this.#follow(line, story, heard)
  }

  #follow(line: number, story: LineStory, event: AgentEvent): void {
    const { thread_id: thread, run_id: run } = event.payload
    const last = story.last.get(thread)
    if (event.sequence === (story.resumed.get(thread) ?? Number.NaN) + 1) story.resumed.delete(thread)
    else if (last !== undefined && event.sequence !== last + 1) {
      const text = `${story.person}'s line ${line} was told #${event.sequence} after #${last} of one thread`
      this.#findings.push({ text })
    }
    story.last.set(thread, event.sequence)
    const events = story.runs.get(run) ?? []
    // What is replayed was told before; the story has it once.
    if (!events.some(({ event_id: id }) => id === event.event_id)) events.push(event)
    story.runs.set(run, events)
  }

  #storyOf(line: number, person: string): LineStory {
    const known = this.#lines.get(line)
    if (known) return known
    const story: LineStory = {
      person,
      fromTheStart: new Set(),
      runs: new Map(),
      last: new Map(),
      resumed: new Map(),
    }
    this.#lines.set(line, story)
    return story
  }
}

const Resume = z.object({
  type: z.literal('resume'),
  payload: z.object({ thread_id: z.string(), after: z.number() }),
})

/** Who asks to resume is told again from there, once. */
function noteResume({ resumed }: LineStory, text: string): void {
  const { data: resume } = Resume.safeParse(parseJson(text))
  if (resume) resumed.set(resume.payload.thread_id, resume.payload.after)
}
