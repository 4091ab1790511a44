import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { compose, type Recipes } from './compose.ts'

interface Kit {
  readonly greeting: string
  readonly sentence: () => string
}

const RECIPES: Recipes<Kit> = {
  greeting: () => 'Good morning',
  sentence: (kit) => () => `${kit.greeting}, Asha`,
}

describe('A service that is composed from parts', () => {
  it('is built from its standard parts when nobody asks for others', () => {
    assert.equal(compose(RECIPES).sentence(), 'Good morning, Asha')
  })

  it('uses a replacement in every part that leans on it', () => {
    const kit = compose(RECIPES, { greeting: () => 'Good evening' })
    assert.equal(kit.sentence(), 'Good evening, Asha')
  })

  it('gives a replacement the part that it replaces', () => {
    const kit = compose(RECIPES, { sentence: (_kit, standard) => () => `${standard()}!` })
    assert.equal(kit.sentence(), 'Good morning, Asha!')
  })

  it('builds every part once', () => {
    let built = 0
    const kit = compose<Kit>({ ...RECIPES, greeting: () => `Good morning number ${(built += 1)}` })
    assert.deepEqual([kit.greeting, kit.sentence(), built], [kit.greeting, 'Good morning number 1, Asha', 1])
  })
})
