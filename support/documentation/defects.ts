import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'

const Inventory = z.array(
  z.object({
    id: z.string(),
    reddens: z.array(
      z.object({
        check: z.string(),
        inside: z.string().optional(),
        breaks: z.array(z.string()).optional(),
      }),
    ),
    ends: z.string().optional(),
  }),
)

/** A planted defect: the checks that it must turn red, and, in place of any, the verdict that the run ends with. */
export type PlantedDefect = z.infer<typeof Inventory>[number]

/** Every planted defect, by name. Asked of a process of its own: the suite imports nothing from `proof/`. */
export async function plantedDefects(): Promise<PlantedDefect[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ['proof/inventory.ts'])
  return Inventory.parse(JSON.parse(stdout))
}
