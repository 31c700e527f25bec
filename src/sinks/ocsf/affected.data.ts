/**
 * What is affected as numbers of OCSF: parts of resources, accounts of clouds, kinds of observables.
 *
 * @source OCSF 1.8.0: objects/resource_details.json, objects/account.json, dictionary.json (observable)
 */
import type { Word } from './words.data.ts'

/** Which part a resource plays. */
export const ROLES = {
  target: [1, 'Target'],
  affected: [3, 'Affected'],
  related: [4, 'Related'],
} as const satisfies Readonly<Record<string, Word>>

/** A cloud as OCSF knows it; whether a set-up's scope is a region there. */
export interface CloudWords {
  readonly provider: string
  readonly account: Word
  readonly scopeIsRegion: boolean
}

/** By platform. */
export const CLOUDS: Readonly<Record<string, CloudWords>> = {
  aws: { provider: 'AWS', account: [10, 'AWS Account'], scopeIsRegion: true },
  azure: { provider: 'Azure', account: [13, 'Azure Subscription'], scopeIsRegion: false },
  gcp: { provider: 'GCP', account: [11, 'GCP Project'], scopeIsRegion: true },
}

/** The kinds of observables that findings have. */
export const OBSERVABLES = {
  hostname: [1, 'Hostname'],
  address: [2, 'IP Address'],
  userName: [4, 'User Name'],
  resource: [10, 'Resource UID'],
} as const satisfies Readonly<Record<string, Word>>
