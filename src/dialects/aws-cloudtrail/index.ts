/** AWS CloudTrail: calls that create, change and delete Traffic Mirroring, and those that blind its witnesses. */
import type { Dialect } from '../contract.ts'
import { playbook } from './playbook.ts'
import { DIALECT_ID, DIALECT_VERSION, hearRecord, readRecord } from './read.ts'
import { redactText } from './redact.ts'

export const dialect: Dialect = {
  id: DIALECT_ID,
  version: DIALECT_VERSION,
  title: 'AWS CloudTrail',
  platform: 'aws',
  aliases: ['aws', 'cloudtrail'],
  json: {
    needles: ['trafficmirror', 'stoplogging', 'deletetrail', 'updatetrail', 'puteventselectors', 'deleteflowlogs'],
    read: readRecord,
    hear: hearRecord,
  },
  playbook,
  redact: redactText,
}
