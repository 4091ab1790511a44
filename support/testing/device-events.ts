import type { DeviceEvents } from '#promises/isolation/concurrent-runs.checks'

/** What one device was told, as it should be but for what is said to be otherwise. */
export const deviceEvents = (name: string, more: Partial<DeviceEvents> = {}): DeviceEvents => ({
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
  deviceEvents('asha', { where: 'the device that lost its line' }),
  deviceEvents('asha'),
]
