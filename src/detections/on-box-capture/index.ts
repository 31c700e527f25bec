/** Asks whether the copy is kept where no cable leads. */
import type { MirrorDestination, MirrorSession } from '../../facts/mirror-session.ts'
import { factsOf } from '../_approval/evidence.ts'
import { judgeCopy } from '../_approval/judge-copy.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import type { Detection } from '../contract.ts'
import { content } from './content.ts'

/** Ports behind which there is no cable: the CPU, and a container's virtual port. */
const INSIDE = /^(?:cpu|sup-eth|appgigabitethernet|virtualportgroup|guest|kernel|mgmt-cpu)/i

export const detection: Detection = {
  id: 'on-box-capture',
  version: 1,
  title: 'Capture on the device itself',
  question: 'Does the device capture traffic into a file, its CPU, a shell or a container of its own?',
  attack: ['T1020.001', 'T1040', 'AN0879', 'DET0403', 'AN1132'],
  needs: ['snapshot', 'fragment', 'change'],
  tuning: [],
  content,
  evaluate(setup, context) {
    const judged = judgeCopy(setup, context)
    if (judged === undefined || judged.judgement.answer === 'approved') return []
    const { session } = judged.state
    const where = session.destinations.filter(isInside).map(say)
    if (where.length === 0 && session.kind !== 'capture') return []
    const ends = where.length === 0 ? `${holder(session)}` : [...new Set(where)].sort().join(', ')
    const keeps = context.episode.untilBasis === undefined ? 'keeps' : 'kept'
    const statement = `${capitalise(nameSetup(setup, context))} ${keeps} its copy on the device itself: ${ends}.`
    return [{ statement, evidence: factsOf([judged.state]) }]
  },
}

function isInside({ file, interface: port }: MirrorDestination): boolean {
  return file !== undefined || (port !== undefined && INSIDE.test(port))
}

function say({ file, interface: port }: MirrorDestination): string {
  if (file === undefined) return `port ${port}`
  return file === 'buffer' ? 'a buffer' : `file ${file}`
}

function holder({ details }: MirrorSession): string {
  return details?.script === undefined ? 'a buffer' : details.script
}
