/** How somebody copies traffic in a subscription of their own: a virtual network TAP, and a packet capture. */
import type { Exercise, ExercisePrerequisite } from '../../../facts/log-content/exercise.ts'

const GROUP = { description: 'Resource group', type: 'string', default: 'rg-selftest' } as const

const CLI: ExercisePrerequisite = {
  description: 'The Azure CLI is installed',
  check: ['command -v az'],
  get: ['echo "Install the Azure CLI." >&2', 'exit 1'],
}
const LOGGED_IN: ExercisePrerequisite = {
  description: 'The Azure CLI is logged in',
  check: ['az account show --output none'],
  get: ['az login'],
}
const TAP_COMMANDS: ExercisePrerequisite = {
  description: 'The Azure CLI knows virtual network TAPs',
  check: ['az extension show --name virtual-network-tap --output none'],
  get: ['az extension add --name virtual-network-tap'],
}

const CONTAINER = 'tapwarden-exercise --account-name "#{storage_account}" --auth-mode login'

/** Names are fixed, so that another shell can undo them; the CLI takes it well when there is nothing to delete. */
export const EXERCISES: readonly Exercise[] = [
  {
    guid: '0f6c2b1e-93c4-4d6a-8e0b-5d1a7c2e9b11',
    name: 'Azure: attach an interface to a virtual network TAP',
    description:
      'Creates a virtual network TAP that leads to a load balancer and attaches a network interface to it, so that the traffic of the interface is copied there.',
    technique: 'T1020.001',
    platforms: ['iaas:azure'],
    selftest: 2,
    arguments: {
      resource_group: GROUP,
      interface: { description: 'Network interface whose traffic is copied', type: 'string', default: 'nic-SOURCE' },
      frontend: {
        description: 'Resource id of the frontend of an internal load balancer that receives the copy',
        type: 'string',
        default:
          '/subscriptions/SUBSCRIPTION/resourceGroups/rg-selftest/providers/Microsoft.Network/loadBalancers/sensor/frontendIPConfigurations/fe',
      },
    },
    prerequisites: [CLI, LOGGED_IN, TAP_COMMANDS],
    executor: 'bash',
    needsElevation: false,
    commands: [
      'set -eu',
      'az network vnet tap create --resource-group "#{resource_group}" --name tapwarden-exercise --destination "#{frontend}" --port 4789 --output none',
      'az network nic vtap-config create --resource-group "#{resource_group}" --nic-name "#{interface}" --name tapwarden-exercise --vnet-tap tapwarden-exercise --output none',
    ],
    cleanup: [
      'FAILED=0',
      'export AZURE_CORE_DISABLE_CONFIRM_PROMPT=true',
      'az network nic vtap-config delete --resource-group "#{resource_group}" --nic-name "#{interface}" --name tapwarden-exercise || FAILED=1',
      'az network vnet tap delete --resource-group "#{resource_group}" --name tapwarden-exercise || FAILED=1',
      'exit "$FAILED"',
    ],
    acts: ['session-set', 'part-set'],
    telemetry: [
      'The Activity Log records Microsoft.Network/virtualNetworkTaps/write and Microsoft.Network/networkInterfaces/tapConfigurations/write, each as Start, Accept and Success.',
      'Each has the caller (UPN or service principal), its address, the resource group and the subscription, one to five minutes after the act.',
    ],
  },
  {
    guid: '7e4d0c93-1b58-4f2e-a6d7-2c9f8b3e5a12',
    name: 'Azure: capture the packets of a virtual machine',
    description:
      'Lets Network Watcher capture what a virtual machine sends and receives for one minute, into a container made for it.',
    technique: 'T1040',
    platforms: ['iaas:azure'],
    arguments: {
      resource_group: GROUP,
      location: { description: 'Location of the virtual machine', type: 'string', default: 'westeurope' },
      machine: { description: 'Virtual machine with the Network Watcher agent', type: 'string', default: 'vm-SOURCE' },
      storage_account: { description: 'Storage account for the capture', type: 'string', default: 'ACCOUNT' },
    },
    prerequisites: [CLI, LOGGED_IN],
    executor: 'bash',
    needsElevation: false,
    commands: [
      'set -eu',
      `az storage container create --name ${CONTAINER} --output none`,
      'az network watcher packet-capture create --resource-group "#{resource_group}" --vm "#{machine}" --name tapwarden-exercise --storage-account "#{storage_account}" --storage-path "https://#{storage_account}.blob.core.windows.net/tapwarden-exercise" --time-limit 60 --output none',
    ],
    cleanup: [
      'FAILED=0',
      'az network watcher packet-capture stop --location "#{location}" --name tapwarden-exercise || true',
      'az network watcher packet-capture delete --location "#{location}" --name tapwarden-exercise || FAILED=1',
      `az storage container delete --name ${CONTAINER} --output none || FAILED=1`,
      'exit "$FAILED"',
    ],
    acts: ['capture-set'],
    telemetry: [
      'The Activity Log records Microsoft.Network/networkWatchers/packetCaptures/write with the machine and the storage account in its body.',
      'Stopping and deleting it are records of their own: …/packetCaptures/stop/action and …/packetCaptures/delete.',
    ],
  },
]
