/** Azure: flow logs of virtual networks, and of network security groups before them. */
import { startsAsJson } from '../_records/sample-objects.ts'
import type { FlowFormat } from '../contract.ts'
import { readRecord } from './read-record.ts'

/** How a record names itself; one may be larger than a sample, so that it is never parsed to be recognised. */
const CATEGORY = /"category"\s*:\s*"(?:FlowLogFlowEvent|NetworkSecurityGroupFlowEvent)"/
const TUPLES = /"(?:flowRecords|flowTuples)"\s*:/

/** Any other category beside: a file that holds more than flow logs. */
const OTHER_CATEGORY = /"category"\s*:\s*"(?!FlowLogFlowEvent"|NetworkSecurityGroupFlowEvent")/

export const flowFormat: FlowFormat = {
  id: 'azure-flow-logs',
  version: 1,
  title: 'Azure virtual network and NSG flow logs',
  observer: 'cloud',
  limits: [
    "Microsoft's pages do not say whether copies made by a virtual network TAP are logged: nothing is concluded from their silence.",
    'Flow logs of network security groups know TCP and UDP alone: GRE and other carriers without ports are never in them.',
    'They hold no header bytes: of a tunnel only the IP protocol or the UDP port is visible.',
    'A flow between two logged interfaces stands in the log twice, and its bytes may be counted twice.',
  ],
  file: { framing: 'json', recognise, open: () => ({ read: readRecord }) },
}

function recognise(sample: string): number {
  const isFlowLog = startsAsJson(sample) && CATEGORY.test(sample) && TUPLES.test(sample)
  return isFlowLog && !OTHER_CATEGORY.test(sample) ? 0.95 : 0
}
