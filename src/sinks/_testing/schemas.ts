/** The published schemas of formats, as validators. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

const THIRD_PARTY = join(import.meta.dirname, '..', '..', '..', 'third-party')

/** Says what is wrong with a value, nothing when it is right: `/evidences/0 must NOT have additional properties {"additionalProperty":"x"}`. */
export type Validator = (value: unknown) => readonly string[]

/** An event of OCSF against the class that it names. */
export function ocsfValidator(): Validator {
  const ajv = new Ajv2020({ strict: false })
  ajv.addSchema(readSchema('ocsf', 'findings-1.8.0.schema.json'))
  const detection = validatorOf(ajv.getSchema('ocsf-1.8.0#/$defs/detection_finding'))
  const compliance = validatorOf(ajv.getSchema('ocsf-1.8.0#/$defs/compliance_finding'))
  return (event) => (isOfClass(event, 2003) ? compliance(event) : detection(event))
}

/** A SARIF log. The schema is of draft 4, whose keywords it uses mean the same in draft 7. */
export function sarifValidator(): Validator {
  const { $schema: _draft, id: _id, ...schema } = readSchema('sarif', 'sarif-schema-2.1.0.json')
  const ajv = new Ajv({ strict: false })
  formats.default(ajv)
  return validatorOf(ajv.compile(schema))
}

function readSchema(folder: string, file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(THIRD_PARTY, folder, file), 'utf8'))
}

function isOfClass(event: unknown, uid: number): boolean {
  return typeof event === 'object' && event !== null && 'class_uid' in event && event.class_uid === uid
}

function validatorOf(validate: ValidateFunction | undefined): Validator {
  if (validate === undefined) throw new Error('no such schema')
  return (value) => {
    validate(value)
    return (validate.errors ?? []).map(({ instancePath, message = '', params }) =>
      [instancePath, message, JSON.stringify(params)].join(' '),
    )
  }
}
