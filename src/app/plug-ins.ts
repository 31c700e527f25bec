/** The only place, with `content-plug-ins.ts`, that knows which plug-ins exist. */
import { guides } from '../detections/guides.generated.ts'
import { detections } from '../detections/registry.generated.ts'
import { dialects } from '../dialects/registry.generated.ts'
import type { AssessmentParts } from '../engine/contract.ts'
import { flowFormats } from '../flows/registry.generated.ts'
import { sinks } from '../sinks/registry.generated.ts'
import { sources } from '../sources/registry.generated.ts'

export { detections, dialects, flowFormats, guides, sinks, sources }

/** The platform an assessment knows a dialect's grammar and playbook by: `aws-cloudtrail` speaks for `aws`. */
function platformOf(dialect: (typeof dialects)[number]): string {
  return dialect.platform ?? dialect.id
}

/** Grammars, detections and playbooks of all plug-ins, as the engine wants them. */
export function assessmentParts(): AssessmentParts {
  return {
    grammars: new Map(
      dialects.flatMap((dialect) =>
        dialect.commands === undefined ? [] : [[platformOf(dialect), dialect.commands] as const],
      ),
    ),
    detections,
    guides,
    playbooks: new Map(
      dialects.flatMap((dialect) => {
        const { playbook } = dialect
        return playbook === undefined ? [] : [[platformOf(dialect), playbook] as const]
      }),
    ),
  }
}
