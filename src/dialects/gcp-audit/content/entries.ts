/** Audit log entries as conditions: by method without its version, accepted or refused, first entry or last. */
import type { RecordCondition } from '../../../facts/log-content/record-condition.ts'

const STATUS = 'protoPayload.status.code'

/** @source Cloud Audit Logs reference, AuditLog (`status`, `authorizationInfo`); Compute Engine API reference, Operation (`error.errors`). */
const FAILED: RecordCondition = {
  any: [
    { all: [{ field: STATUS, present: true }, { not: { field: STATUS, is: ['0'] } }] },
    { field: 'protoPayload.authorizationInfo.granted', is: ['false'] },
    { field: 'protoPayload.response.error.errors', present: true },
  ],
}

/** It did not fail, as far as this entry of two knows. */
export const ACCEPTED: RecordCondition = { not: FAILED }

/** It failed or was denied. */
export const REFUSED: RecordCondition = FAILED

/** The entry that has the request: the first of a long operation, or the only one. */
export const WITH_REQUEST: RecordCondition = {
  any: [
    { field: 'operation.first', is: ['true'] },
    { field: 'operation.id', present: false },
  ],
}

/** Methods of Compute Engine, whatever version stands before them: `packetMirrorings.insert`. */
export function computeMethod(...methods: readonly string[]): RecordCondition {
  return { field: 'protoPayload.methodName', endsWith: methods.map((method) => `compute.${method}`) }
}

/** Methods of a service whose names hold the version: `networksecurity`, `CreateMirroringDeployment`. */
export function serviceMethod(service: string, ...methods: readonly string[]): RecordCondition {
  return {
    all: [
      { field: 'protoPayload.serviceName', is: [`${service}.googleapis.com`] },
      { field: 'protoPayload.methodName', endsWith: methods.map((method) => `.${method}`) },
    ],
  }
}

/** A member of what was asked for. */
export function request(path: string): string {
  return `protoPayload.request.${path}`
}
