import type { DeviceStory } from '#promises/isolation/concurrent-runs.checks'

/** What one device was told, as it should be but for what is said to be otherwise. */
export const deviceStory = (name: string, more: Partial<DeviceStory> = {}): DeviceStory => ({
  ...{
    name,
    where: 'the other device',
    record: [`${name}-1`, `${name}-2`],
    told: [`${name}-1`, `${name}-2`],
  },
  ...{ foreign: [], faults: [], fence: true, ...more },
})
/** Both devices of Asha. */
export const ASHAS_DEVICES = [
  deviceStory('asha', { where: 'the device that lost its line' }),
  deviceStory('asha'),
]
