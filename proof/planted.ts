import { glob } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Defect, PlantedDefect } from './defect.ts'

const DEFECTS = new URL('defects/', import.meta.url)

/** Every planted defect, by name. */
export async function plantedDefects(): Promise<PlantedDefect[]> {
  const files = await Array.fromAsync(glob('**/*.ts', { cwd: DEFECTS }))
  const defects = await Promise.all(files.map(load))
  return defects.sort((one, other) => one.id.localeCompare(other.id))
}

/** @throws when there is no defect of that name */
export async function plantedDefect(id: string): Promise<PlantedDefect> {
  const [file] = await Array.fromAsync(glob(`**/${id}.ts`, { cwd: DEFECTS }))
  if (file === undefined) throw new Error(`there is no defect "${id}"`)
  return load(file)
}

async function load(file: string): Promise<PlantedDefect> {
  const { defect } = (await import(new URL(file, DEFECTS).href)) as { defect: Defect }
  return { id: basename(file, '.ts'), ...defect }
}
