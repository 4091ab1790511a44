import { glob } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Defect, PlantedDefect } from './defect.ts'
import { asTrial, type SoundVariant } from './sound-variant.ts'

const VARIANTS = new URL('variants/', import.meta.url)
const DEFECTS = new URL('defects/', import.meta.url)

/** Every planted defect, by name. */
export async function plantedDefects(): Promise<PlantedDefect[]> {
  const files = await Array.fromAsync(glob('**/*.ts', { cwd: DEFECTS }))
  const defects = await Promise.all(files.map(load))
  return defects.sort((one, other) => one.id.localeCompare(other.id))
}

/** Every sound platform that differs from the undamaged one, by name: as a defect that nothing is to notice. */
export async function soundVariants(): Promise<PlantedDefect[]> {
  const files = await Array.fromAsync(glob('*.ts', { cwd: VARIANTS }))
  const rooms = await Promise.all(
    files.map(async (file) => {
      const { variants } = (await import(new URL(file, VARIANTS).href)) as {
        variants: Readonly<Record<string, SoundVariant>>
      }
      return Object.entries(variants).map(([id, variant]) => asTrial(id, variant))
    }),
  )
  return rooms.flat().sort((one, other) => one.id.localeCompare(other.id))
}

/** @throws when there is no defect and no sound variant of that name */
export async function plantedDefect(id: string): Promise<PlantedDefect> {
  const variant = (await soundVariants()).find((one) => one.id === id)
  if (variant) return variant
  const [file] = await Array.fromAsync(glob(`**/${id}.ts`, { cwd: DEFECTS }))
  if (file === undefined) throw new Error(`there is no defect "${id}"`)
  return load(file)
}

async function load(file: string): Promise<PlantedDefect> {
  const { defect } = (await import(new URL(file, DEFECTS).href)) as { defect: Defect }
  return { id: basename(file, '.ts'), ...defect }
}
