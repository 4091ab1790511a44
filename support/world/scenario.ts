import { Recorder } from '#evidence/recorder'
import type { Capability } from '#contract/capabilities'
import { Checks } from '#expect/checks'
import { BelongingsWatch } from '#monitors/belongings'
import { OwnershipRegistry } from '#monitors/ownership-registry'
import { ContractWatch } from '#monitors/contract'
import { FaultWatch } from '#monitors/faults'
import { FigureWatch } from '#monitors/figures'
import { History } from '#monitors/history'
import { InsideWatch } from '#monitors/inside'
import { Secrets } from '#monitors/secrets'
import { signedSubject } from '#monitors/signed-subject'
import { SessionWatch } from '#monitors/sessions/session-watch'
import { LinesAlike } from '#monitors/lines-alike'
import { QuietLines } from '#monitors/quiet-lines'
import { RunOrderWatch } from '#monitors/run-order-watch'
import { TroubleWatch } from '#monitors/trouble'
import type { Health } from '#target/run-context'
import type { TimeLimit } from '#contract/promises'
import type { Crowds } from '#target/crowds'
import type { Promises } from '#target/descriptions'
import { skewsOf, type ClockSkews } from '#target/clock-skew'
import type { Target } from '#target/settings'
import { milliseconds, type Duration } from '#waiting/duration'
import { Stalls } from '#waiting/stalls'
import { Wire } from '#wire/wire'
import { Cast } from './cast.ts'
import type { PersonContext } from './person.ts'
import type { Attachment, ScenarioContext } from './scenario-context.ts'
import { StateStore } from './state.ts'
import { UndoLedger } from './undo-ledger.ts'

/** Everything that belongs to one scenario and to no other. */
export class Scenario {
  readonly id: string
  readonly target: Target
  readonly crowds: Crowds
  readonly offers: ReadonlySet<Capability>
  /** How far the clock of each service is ahead of ours, in milliseconds. */
  readonly skewMs: ClockSkews
  /** What each service said of itself when the run began. */
  readonly health: Health['services']
  readonly stop: AbortSignal
  readonly evidence: Recorder
  readonly history: History
  readonly ownership = new OwnershipRegistry()
  readonly secrets: Secrets
  readonly contract = new ContractWatch()
  readonly faults = new FaultWatch()
  readonly runOrder = new RunOrderWatch()
  readonly inside = new InsideWatch()
  readonly quietLines = new QuietLines()
  readonly linesAlike = new LinesAlike()
  readonly trouble = new TroubleWatch()
  readonly sessions: SessionWatch
  readonly figures: FigureWatch
  /** What each person owns and has done. */
  readonly belongings: BelongingsWatch
  readonly wire: Wire
  readonly undo = new UndoLedger()
  readonly stalls = new Stalls()
  readonly checks: Checks
  readonly cast: Cast
  /** What steps leave for later ones, of the crowd as a whole. */
  readonly state = new StateStore()
  readonly attachments: Attachment[] = []
  /** Figures to be told where the run's own are. */
  readonly notes: string[] = []

  constructor(setting: ScenarioContext) {
    const { id, run, target, crowds, health, worker, stop } = setting
    this.id = id
    ;[this.target, this.crowds, this.stop] = [target, crowds, stop]
    this.skewMs = skewsOf(health)
    this.health = health.services
    this.offers = new Set(health.capabilities)
    const subjectOf = signedSubject(target.signingSecret)
    this.evidence = new Recorder(subjectOf)
    this.history = new History(subjectOf)
    this.figures = new FigureWatch((token) => this.ownership.ownerOf(subjectOf(token) ?? ''))
    this.sessions = new SessionWatch(this.offers)
    this.belongings = new BelongingsWatch(this.skewMs)
    const { evidence, history, contract, faults, runOrder, inside } = this
    const { trouble, figures, belongings, quietLines, linesAlike, sessions } = this
    const watches = [contract, faults, runOrder, inside, trouble, figures, belongings, sessions]
    this.wire = new Wire(setting.unwatched ? [] : [evidence, history, ...watches, quietLines, linesAlike])
    this.secrets = new Secrets(new URL(target.addresses.frontend).origin)
    this.checks = new Checks(id, this.offers)
    this.cast = new Cast(
      `${run.id}-${worker}-${id.toLowerCase().replace('-', '')}`,
      this.#personContext(setting),
    )
    this.#knowWhatWasBefore(setting)
  }

  /** What must not show though nobody in this scenario has made it. */
  #knowWhatWasBefore({ target, health }: ScenarioContext): void {
    if (health.visitor) this.ownership.register('the visitor', health.visitor)
    for (const [name, secret] of Object.entries(secretsOf(target))) this.secrets.know(name, secret)
  }

  /** A promise of the target in time, and how much later it may be seen to be kept. */
  limitOf(promise: Exclude<keyof Promises, 'successUnderLoad'>): TimeLimit {
    return this.within(this.target.promises[promise])
  }

  /** A time that a feature promises in its own words. */
  within(promised: Duration): TimeLimit {
    const toleranceNow = (): Duration => this.tolerance
    return {
      promised,
      get tolerance() {
        return toleranceNow()
      },
    }
  }

  /** How much later than promised something may be seen: as the target has it, and as long as the suite itself was kept waiting. */
  get tolerance(): Duration {
    return milliseconds(this.target.tolerance.ms + this.stalls.worst.ms)
  }

  #personContext({ target, health, pacer, stop }: ScenarioContext): PersonContext {
    const { addresses, network, patience, slowestAnswer, promises } = target
    const { signingSecret, signIn: methods } = target
    // A door that is not offered need not be there.
    const simulationKey = this.offers.has('oauth-simulation') ? target.simulationKey : undefined
    return {
      clients: {
        ...{ addresses, network, wire: this.wire, pacer, patience, slowestAnswer },
        ...{ silence: promises.silence, absent: new Set(health.absent), stop },
      },
      means: { simulationKey, signingSecret, methods },
      undo: this.undo,
      offers: this.offers,
      registerOwned: (person, value) => this.ownership.register(person, value),
      knowSecret: (name, secret) => this.secrets.know(name, secret),
      report: (trouble) => this.faults.report(trouble),
    }
  }
}

function secretsOf({ simulationKey, signingSecret }: Target): Record<string, string> {
  return {
    ...(simulationKey ? { 'the key of the side door': simulationKey } : {}),
    ...(signingSecret ? { 'the signing secret': signingSecret } : {}),
  }
}
