import { z } from 'zod'
import type { Database } from '#kit/database'
import type { ChatTool } from '../agents/model-client.ts'

/** What a tool may lean on besides its parameters. */
export interface ToolContext {
  /** On whose behalf it runs. */
  readonly userId: string
  readonly prices: PriceCatalogue
}

/** US dollars for a million tokens. */
export interface ModelPrice {
  readonly model: string
  readonly inputUsdPerMillion: number
  readonly outputUsdPerMillion: number
}

export interface PriceCatalogue {
  of(model: string): Promise<ModelPrice | undefined>
  all(): Promise<ModelPrice[]>
}

/** A computation that an agent can ask for. */
export interface Tool {
  readonly name: string
  /** How the tool is offered to the model. */
  readonly offer: ChatTool
  /** Undefined when the model's arguments are not what the tool takes. */
  read(argumentsJson: string): object | undefined
  /** @throws {ToolFailure} */
  run(parameters: object, context: ToolContext): Promise<object>
}

/** The tool cannot do what it was asked; the message is for the person who asked. */
export class ToolFailure extends Error {}

interface ToolDefinition<Parameters extends z.ZodObject> {
  readonly name: string
  readonly description: string
  readonly parameters: Parameters
  readonly run: (parameters: z.output<Parameters>, context: ToolContext) => Promise<object> | object
}

/** A tool whose parameters are described, offered and checked by one schema. */
export function defineTool<Parameters extends z.ZodObject>(definition: ToolDefinition<Parameters>): Tool {
  const { name, description, parameters, run } = definition
  const offer = { name, description, parameters: z.toJSONSchema(parameters) }
  return {
    name,
    offer: { type: 'function', function: offer },
    read: (argumentsJson) => parameters.safeParse(parse(argumentsJson)).data,
    run: async (given, context) => run(given as z.output<Parameters>, context),
  }
}

export function createPriceCatalogue(sql: Database): PriceCatalogue {
  const columns = sql`model, input_usd_per_million::float8, output_usd_per_million::float8`
  return {
    of: async (model) => {
      const [price] = await sql<ModelPrice[]>`select ${columns} from model_prices where model = ${model}`
      return price
    },
    all: async () => [...(await sql<ModelPrice[]>`select ${columns} from model_prices order by model`)],
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
