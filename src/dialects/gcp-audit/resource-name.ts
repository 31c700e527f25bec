/** Names of Google Cloud resources, which APIs write as paths, partial paths and URLs of several versions. */

/** Longer than any resource name may be. */
const MAX_NAME_LENGTH = 2048

/**
 * `https://www.googleapis.com/compute/v1/projects/p/…`, `//networksecurity.googleapis.com/projects/p/…`.
 *
 * @source Google API design guide, "Resource names": full resource names; Compute Engine API reference, `selfLink`.
 */
const PREFIX = /^(?:https?:)?\/\/[\w.-]+\/(?:compute\/)?(?:(?:v\d\w*|alpha|beta)\/)?/

/** One resource. */
export interface ResourceName {
  /** `projects/p/regions/europe-west1/packetMirrorings/m`: the path without service and version. */
  readonly path: string
  readonly project: string | undefined
  /** Region, zone or location; `global` where it is in none. */
  readonly location: string
  /** The last collection and the name in it. */
  readonly collection: string
  readonly name: string
}

/** Takes a name apart; a partial path (`regions/r/subnetworks/s`) is of the given project. Undefined for what is no path. */
export function parseResourceName(text: string | undefined, project?: string): ResourceName | undefined {
  if (text === undefined || text.length > MAX_NAME_LENGTH) return undefined
  const bare = text.replace(PREFIX, '').replace(/^\/+|\/+$/g, '')
  const isPartial = /^(?:regions|zones|global)\//.test(bare) && project !== undefined
  const path = isPartial ? `projects/${project}/${bare}` : bare
  const parts = path.split('/')
  const [collection, name] = parts.slice(-2)
  if (collection === undefined || name === undefined || name === '') return undefined
  const after = (word: string) => (parts.includes(word) ? parts[parts.indexOf(word) + 1] : undefined)
  return {
    path,
    project: after('projects'),
    location: after('regions') ?? after('zones') ?? after('locations') ?? 'global',
    collection,
    name,
  }
}

/** The project that a resource is in; undefined where it is named by its number, which says nothing beside ids. */
export function ownerOf(resource: ResourceName | undefined): string | undefined {
  return resource?.project === undefined || /^\d+$/.test(resource.project) ? undefined : resource.project
}
