import type { Foresight } from '#preflight/preflight'
import { isProxied } from '#target/network'
import type { Health } from '#target/run-context'
import type { Target } from '#target/settings'
import { lookAtCertificate } from './certificate.ts'
import type { ServiceFound } from './diagnosis.ts'

/** What answers where, and who it says it is; the live line last. */
export function servicesFound(
  { addresses, network }: Target,
  { services }: Health,
  { live }: Pick<Foresight, 'live'>,
): Promise<ServiceFound[]> {
  const line = { ...UNSEEN, service: 'live', address: addresses.live, ...live }
  const found = [...services.map(serviceOf), line]
  return Promise.all(
    found.map(async (service) => ({
      ...service,
      certificate: await lookAtCertificate(service.address, network),
      byProxy: isProxied(network, service.address),
    })),
  )
}

const UNSEEN = { says: '', skewMs: undefined, certificate: undefined, byProxy: false } as const

function serviceOf(found: Health['services'][number]): ServiceFound {
  const { service, address, state, answer, says, version, skewMs } = found
  const told = [says, version].filter(Boolean).join(' ')
  return { ...UNSEEN, ...{ service, address, state, answer }, says: told, skewMs }
}
