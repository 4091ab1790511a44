/** For each part of a service, how it is built from the other parts. */
export type Recipes<Kit> = { [Name in keyof Kit]: (kit: Kit) => Kit[Name] }

/** Parts that stand in for the standard ones; each is given the one it replaces. */
export type Replacements<Kit> = { [Name in keyof Kit]?: (kit: Kit, standard: Kit[Name]) => Kit[Name] }

/**
 * Puts a service together from named parts. A part is built when it is first used and then kept, so a
 * replacement of one reaches every part that leans on it.
 */
export function compose<Kit extends object>(
  recipes: Recipes<Kit>,
  replacements: Replacements<Kit> = {},
): Kit {
  const kit = {} as Kit
  for (const name of Object.keys(recipes) as (keyof Kit)[]) {
    Object.defineProperty(kit, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        const standard = recipes[name](kit)
        const value = replacements[name]?.(kit, standard) ?? standard
        Object.defineProperty(kit, name, { value, enumerable: true })
        return value
      },
    })
  }
  return kit
}
