/** How somebody mirrors in a project of their own: a packet mirroring policy, and out-of-band mirroring. */
import type { Exercise, ExercisePrerequisite } from '../../../facts/log-content/exercise.ts'

const PROJECT = { description: 'Project', type: 'string', default: 'acme-selftest' } as const
const REGION = { description: 'Region of the collector', type: 'string', default: 'europe-west1' } as const
const NETWORK = { description: 'Network whose traffic is copied', type: 'string', default: 'NETWORK' } as const
const COLLECTOR = {
  description: 'Forwarding rule of an internal load balancer that collects mirrored packets',
  type: 'string',
  default: 'FORWARDING_RULE',
} as const

const CLI: ExercisePrerequisite = {
  description: 'The Google Cloud CLI is installed',
  check: ['command -v gcloud'],
  get: ['echo "Install the Google Cloud CLI." >&2', 'exit 1'],
}
const LOGGED_IN: ExercisePrerequisite = {
  description: 'The Google Cloud CLI has credentials for the project',
  check: ['gcloud projects describe "#{project}" > /dev/null'],
  get: ['gcloud auth login'],
}

const COMMON = {
  technique: 'T1020.001',
  platforms: ['iaas:gcp'],
  prerequisites: [CLI, LOGGED_IN],
  executor: 'bash',
  needsElevation: false,
} as const

/** One resource of out-of-band mirroring: its kind in the CLI, and where it is. */
interface Part {
  readonly kind: string
  readonly location: string
  readonly flags: string
}

const HERE = 'projects/#{project}/locations/global'
const PARTS: readonly Part[] = [
  { kind: 'mirroring-deployment-groups', location: 'global', flags: '--network="#{sensor_network}"' },
  {
    kind: 'mirroring-deployments',
    location: '#{zone}',
    flags: `--forwarding-rule="#{collector}" --forwarding-rule-location="#{region}" --mirroring-deployment-group="${HERE}/mirroringDeploymentGroups/tapwarden-exercise"`,
  },
  {
    kind: 'mirroring-endpoint-groups',
    location: 'global',
    flags: `--mirroring-deployment-group="${HERE}/mirroringDeploymentGroups/tapwarden-exercise"`,
  },
  {
    kind: 'mirroring-endpoint-group-associations',
    location: 'global',
    flags: `--mirroring-endpoint-group="${HERE}/mirroringEndpointGroups/tapwarden-exercise" --network="#{network}"`,
  },
]

/** Names are fixed, so that another shell can undo whatever is there. */
export const EXERCISES: readonly Exercise[] = [
  {
    ...COMMON,
    guid: '2b8e5f70-4c3d-4e91-b7a2-9d0c6e1f3a21',
    name: 'Google Cloud: mirror a subnetwork to a collector',
    description:
      'Creates a packet mirroring policy that copies a subnetwork to the internal load balancer in front of a collector.',
    selftest: 3,
    arguments: {
      project: PROJECT,
      region: REGION,
      network: NETWORK,
      subnet: { description: 'Subnetwork whose machines are copied', type: 'string', default: 'SUBNET' },
      collector: COLLECTOR,
    },
    commands: [
      'set -eu',
      'gcloud compute packet-mirrorings create tapwarden-exercise --project="#{project}" --region="#{region}" --network="#{network}" --collector-ilb="#{collector}" --mirrored-subnets="#{subnet}"',
    ],
    cleanup: ['FAILED=0', undo('compute packet-mirrorings', '--region="#{region}"'), 'exit "$FAILED"'],
    acts: ['session-set'],
    telemetry: [
      'The Admin Activity audit log (cloudaudit.googleapis.com/activity) records compute.packetMirrorings.insert, its method name with v1. or beta. in front, as a first and a last entry of one operation.',
      'Each has principalEmail, callerIp, requestMetadata and the resource name.',
    ],
  },
  {
    ...COMMON,
    guid: 'c5f1a8d4-6e27-4b39-8c50-3f7d2e9b1a22',
    name: 'Google Cloud: attach a network to out-of-band mirroring',
    description:
      'Creates a deployment of a collector, the groups that lead to it, and the association that attaches a network. Packets are copied once a mirroring rule of a firewall policy says so, which is left to whoever runs it.',
    arguments: {
      project: PROJECT,
      region: REGION,
      zone: { description: 'Zone of the collector', type: 'string', default: 'europe-west1-b' },
      network: NETWORK,
      sensor_network: { description: 'Network of the collector', type: 'string', default: 'SENSOR_NETWORK' },
      collector: COLLECTOR,
    },
    commands: [
      'set -eu',
      ...PARTS.map(
        ({ kind, location, flags }) =>
          `gcloud network-security ${kind} create tapwarden-exercise --project="#{project}" --location="${location}" ${flags}`,
      ),
    ],
    cleanup: [
      'FAILED=0',
      ...PARTS.toReversed().map(({ kind, location }) => undo(`network-security ${kind}`, `--location="${location}"`)),
      'exit "$FAILED"',
    ],
    acts: ['session-set', 'part-set'],
    telemetry: [
      'The Admin Activity audit log records CreateMirroringDeploymentGroup, CreateMirroringDeployment, CreateMirroringEndpointGroup and CreateMirroringEndpointGroupAssociation of networksecurity.googleapis.com, each as a first and a last entry.',
    ],
  },
]

/** Deletes what is there, and only that: the CLI fails where there is nothing. */
function undo(kind: string, where: string): string {
  const flags = `tapwarden-exercise --project="#{project}" ${where}`
  return `! gcloud ${kind} describe ${flags} > /dev/null 2>&1 || gcloud ${kind} delete ${flags} --quiet || FAILED=1`
}
