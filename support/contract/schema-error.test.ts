import { describe, it } from 'node:test'
import { expect } from 'chai'
import { z } from 'zod'
import { schemaErrorIn } from './schema-error.ts'

const Profile = z.object({ user: z.object({ id: z.string(), tags: z.array(z.number()) }), plan: z.string() })

function misfitIn(body: unknown): string {
  const { error } = Profile.safeParse(body)
  return error ? schemaErrorIn(error) : 'it fits'
}

describe('A misfit', () => {
  it('is told with its place and with what is wrong there', () => {
    expect(misfitIn({ user: { tags: [] }, plan: 'free' })).to.match(/^user\.id: .*string.*undefined/)
  })

  it('is found within a list, too', () => {
    expect(misfitIn({ user: { id: 'u', tags: [1, 'two'] }, plan: 'free' })).to.match(
      /^user\.tags\.1: .*number/,
    )
  })

  it('is the first of several', () => {
    expect(misfitIn({ user: { id: 4, tags: [] } })).to.match(/^user\.id: /)
  })

  it('of something that has no places is that of the whole', () => {
    expect(misfitIn('a profile')).to.match(/^the whole: .*object/)
  })

  it('is told even when nobody says what it is', () => {
    expect(schemaErrorIn(new z.ZodError([]))).to.equal('the whole: malformed')
  })
})
