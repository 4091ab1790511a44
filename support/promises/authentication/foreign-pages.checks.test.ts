import { describe, it } from 'node:test'
import { expect } from 'chai'
import { brokenIn } from '#testing/checks'
import {
  foreignPagesReadNothing,
  pagesAreProtected,
  type FrontendPage,
  type PageCall,
} from './foreign-pages.checks.ts'

const HOME = 'https://app.example'
const call = (allows?: string, page = 'https://elsewhere.example'): PageCall => ({
  call: 'GET /auth/me',
  page,
  status: 200,
  allows,
  withCredentials: false,
})

describe('A foreign page', () => {
  const look = (...calls: readonly PageCall[]): string[] =>
    Object.keys(brokenIn(foreignPagesReadNothing(calls, [call(HOME, HOME)])))

  it('reads nothing where nobody or only the own page is allowed', () => {
    expect(look(call(), call(HOME))).to.deep.equal([])
  })

  it('reads something where it, or everybody, is allowed; and where it was never tried', () => {
    for (const calls of [
      [call(), call('https://elsewhere.example')],
      [call('*')],
      [call('null', 'null')],
      [],
    ])
      expect(look(...calls)).to.deep.equal(['foreign-pages-read-nothing'])
  })
})

describe("A page of the platform's own", () => {
  const HEADERS = {
    'content-security-policy': "default-src 'self'; script-src 'self' 'sha256-abc'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
  }
  const page = (more: FrontendPage['headers'] = {}, status = 200): FrontendPage => ({
    path: '/',
    home: HOME,
    status,
    headers: { ...HEADERS, ...more },
  })
  const look = (...pages: readonly FrontendPage[]): Record<string, string> =>
    brokenIn(pagesAreProtected(pages))

  it('is protected in whichever way', () => {
    expect(look(page())).to.deep.equal({})
    const byFrameOptions = { 'content-security-policy': "default-src 'self'", 'x-frame-options': 'DENY' }
    expect(look(page(byFrameOptions), page({ 'referrer-policy': 'no-referrer' }))).to.deep.equal({})
  })

  const odd: Readonly<Record<string, FrontendPage>> = {
    'says nothing of whose code it runs': page({ 'content-security-policy': "frame-ancestors 'none'" }),
    'runs code that stands in the page': page({
      'content-security-policy': "script-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
    }),
    'runs code of others': page({
      'content-security-policy': "script-src 'self'; script-src-elem *; frame-ancestors 'none'",
    }),
    'can be held in a frame': page({ 'content-security-policy': "default-src 'self'" }),
    'lets types be guessed': page({ 'x-content-type-options': '' }),
    'tells other sites its whole address': page({ 'referrer-policy': 'unsafe-url' }),
  }
  for (const [fault, unprotected] of Object.entries(odd)) {
    it(`is not when it ${fault}`, () => {
      expect(look(page(), unprotected)).to.deep.equal({ 'pages-run-own-code-only': `/ ${fault}` })
    })
  }

  const scripts = (sources: string): FrontendPage =>
    page({ 'content-security-policy': `script-src ${sources}; frame-ancestors 'none'` })

  it('may name itself, its family, and code letter for letter', () => {
    for (const sources of [
      "'self'",
      HOME,
      'app.example',
      "'nonce-a' 'strict-dynamic' 'unsafe-inline'",
      "'none'",
    ])
      expect(look(scripts(sources)), sources).to.deep.equal({})
    const ofFamily = { ...scripts('https://cdn.netra.example'), home: 'https://app.netra.example' }
    expect(look(ofFamily)).to.deep.equal({})
  })

  it('keeps to the first of two rules, and to what it says itself of its address', () => {
    const [strict, loose] = ["script-src 'self'", 'script-src *']
    const said = (...rules: string[]): FrontendPage =>
      page({ 'content-security-policy': [...rules, "frame-ancestors 'none'"].join('; ') })
    expect(look(said(strict, loose))).to.deep.equal({})
    expect(look(said(loose, strict))).to.deep.equal({ 'pages-run-own-code-only': '/ runs code of others' })
    expect(look({ ...page({ 'referrer-policy': 'no-referrer' }), referrer: 'unsafe-url' })).to.deep.equal({
      'pages-run-own-code-only': '/ tells other sites its whole address',
    })
    expect(look({ ...page({ 'referrer-policy': 'unsafe-url' }), referrer: 'origin' })).to.deep.equal({})
  })

  const foreign = ['*', 'https:', 'data:', 'blob:', "'unsafe-eval'", 'https://cdn.example', '*.example']
  for (const source of foreign) {
    it(`runs code of others from ${source}`, () => {
      expect(look(scripts(`'self' ${source}`))).to.deep.equal({
        'pages-run-own-code-only': '/ runs code of others',
      })
    })
  }

  it('is one where it says that there is none', () => {
    const missing = { ...page({ 'content-type': 'text/html; charset=utf-8' }, 404), path: '/none' }
    expect(look(page(), missing)).to.deep.equal({})
    const bare = { ...missing, headers: { 'content-type': 'text/html' } }
    expect(look(page(), bare)['pages-run-own-code-only']).to.match(/^\/none says nothing of whose code/)
    expect(look(page(), { ...bare, headers: { 'content-type': 'application/json' } })).to.deep.equal({})
  })

  it('has to be there', () => {
    expect(look(page({}, 404))).to.have.property('pages-run-own-code-only')
  })
})
