/** AWS CloudTrail: calls on Traffic Mirroring, calls that change it from the side, and those that blind its witnesses. */

import { redactText } from '../_audit-records/redact.ts'
import type { Dialect } from '../contract.ts'
import { content } from './content/index.ts'
import { playbook } from './playbook.ts'
import { DIALECT_ID, DIALECT_VERSION, hearRecord, readRecord } from './read.ts'
import { toTrailMembers } from './shapes.ts'

/** One of these is in every record that can become a fact: the calls by name, and tags by the ids of what they are on. */
const NEEDLES = [
  'trafficmirror',
  'stoplogging',
  'deletetrail',
  'updatetrail',
  'puteventselectors',
  'deleteflowlogs',
  'createresourceshare',
  'associateresourceshare',
  'registertargets',
  'createlistener',
  'modifylistener',
  'deletelistener',
  'modifyvpcendpointservicepermissions',
  'tms-',
  'tmt-',
  'tmf-',
  'tmfr-',
]

export const dialect: Dialect = {
  id: DIALECT_ID,
  version: DIALECT_VERSION,
  title: 'AWS CloudTrail',
  platform: 'aws',
  aliases: ['aws', 'cloudtrail', 'aws.cloudtrail', 'AWSCloudTrail'],
  json: {
    needles: NEEDLES,
    read: readRecord,
    hear: hearRecord,
    asWritten: toTrailMembers,
  },
  playbook,
  content,
  redact: redactText,
}
