/** Names of methods, which logs write with and without versions and in more than one case. */

/** A method brought to one spelling: `compute packetmirrorings.insert`, `networksecurity createmirroringdeployment`. */
export type MethodKey = string

/**
 * Compute's methods are `v1.compute.packetMirrorings.insert`, also with `beta.`, `alpha.` or nothing before them; those of newer
 * services `google.cloud.networksecurity.v1.Mirroring.CreateMirroringDeployment`. Of the first kind two parts count, of the second one.
 *
 * @source Cloud Logging documentation, "Audited operations" of Compute Engine and of Cloud NGFW.
 */
export function toMethodKey(methodName: string, serviceName: string | undefined): MethodKey {
  const parts = methodName.toLowerCase().split('.')
  const service = (serviceName ?? '').toLowerCase().split('.')[0] ?? ''
  if (parts.includes('compute')) return `compute ${parts.slice(parts.indexOf('compute') + 1).join('.')}`
  return `${service === '' ? (parts.at(2) ?? '') : service} ${parts.at(-1)}`
}

/** Whether a method only reads. */
export function isRead(key: MethodKey): boolean {
  const verb =
    key
      .slice(key.lastIndexOf(' ') + 1)
      .split('.')
      .at(-1) ?? ''
  return /^(?:get|list|aggregatedlist|test|search)/.test(verb)
}
