import { describe, it } from 'node:test'
import { expect } from 'chai'
import { BadSettings } from './environment.ts'
import { refuseOddSettings } from './odd-settings.ts'

const ALL = {
  STAGING_AUTH_URL: 'https://auth.example',
  STAGING_BACKEND_URL: 'https://api.example',
  STAGING_FRONTEND_URL: 'https://app.example',
  STAGING_WEBSOCKET_URL: 'wss://api.example/ws',
}

describe('Settings of a target', () => {
  it('name all four addresses, or none', () => {
    for (const environment of [{}, ALL, { ...ALL, STAGING_CAPABILITIES: 'cancel' }, { STAGING_AUTH_URL: '' }])
      expect(() => refuseOddSettings(environment)).not.to.throw()
  })

  it('are refused where some addresses would be those of the real staging', () => {
    expect(() => refuseOddSettings({ ...ALL, STAGING_AUTH_URL: '' })).to.throw(
      BadSettings,
      /^STAGING_AUTH_URL is not set: set all four/,
    )
    expect(() => refuseOddSettings({ STAGING_AUTH_URL: 'https://auth.example' })).to.throw(
      BadSettings,
      /^STAGING_BACKEND_URL, STAGING_FRONTEND_URL, STAGING_WEBSOCKET_URL are not set/,
    )
  })

  it('are refused where there is no such setting', () => {
    expect(() => refuseOddSettings({ ...ALL, STAGING_BACKEND_ULR: 'x' })).to.throw(
      BadSettings,
      /^STAGING_BACKEND_ULR is no setting: there are STAGING_AUTH_URL/,
    )
  })
})
