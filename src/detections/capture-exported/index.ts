/** Asks whether a capture left the device. */
import type { SignalFact } from '../../facts/fact.ts'
import { nameActor } from '../../timeline/describe-subject.ts'
import { factsOf } from '../_approval/evidence.ts'
import { capitalise, nameSetup } from '../_wording/names.ts'
import { sayTime } from '../_wording/times.ts'
import type { Detection, DetectionContext, Reason } from '../contract.ts'
import { content } from './content.ts'

/** A place that is not on the device: `tftp://192.0.2.9/cap.pcap`. A flash or memory file system has one slash or none. */
const REMOTE = /^(?:tftp|ftp|ftps|sftp|scp|https?|rcp):\/\/?[^/]/i

export const detection: Detection = {
  id: 'capture-exported',
  version: 1,
  title: 'Capture sent off the device',
  question: 'Was what the device captured copied to somewhere else?',
  attack: ['T1020.001', 'T1040', 'AN0879'],
  needs: ['signal', 'snapshot', 'fragment', 'change'],
  tuning: [],
  content,
  evaluate(setup, context) {
    if (setup.key.setupClass !== 'mirror' || context.session.kind !== 'capture') return []
    return [...streamed(setup, context), ...exported(setup, context)]
  },
}

/** A capture whose file is elsewhere from the start. */
function streamed(setup: Parameters<Detection['evaluate']>[0], context: DetectionContext): readonly Reason[] {
  const remote = context.session.destinations.find(({ file }) => file !== undefined && REMOTE.test(file))
  if (remote?.file === undefined) return []
  const statement = `${capitalise(nameSetup(setup, context))} writes to ${remote.file}, which is not on the device.`
  return [{ statement, evidence: factsOf(context.episode.states), aggravates: true }]
}

/** An export names its capture; one that names none belongs to the only capture there is. */
function exported(setup: Parameters<Detection['evaluate']>[0], context: DetectionContext): readonly Reason[] {
  const captures = context.timeline.setups.filter(({ key, episodes }) => isCapture(key.setupClass, episodes))
  return context.timeline.signals
    .filter((signal) => signal.signal === 'capture-exported' && signal.outcome === 'accepted')
    .filter((signal) => isOf(signal, setup.key.address.id) || captures.length === 1)
    .map((signal) => {
      const at = sayTime(signal.effectiveAt ?? signal.time.at)
      const statement = `${capitalise(nameSetup(setup, context))} was exported at ${at} by ${nameActor(signal.actor)}: ${signal.detail}.`
      return { statement, evidence: [signal.id], aggravates: true }
    })
}

function isCapture(setupClass: string, episodes: Parameters<Detection['evaluate']>[0]['episodes']): boolean {
  return setupClass === 'mirror' && episodes.at(-1)?.states.at(-1)?.session.kind === 'capture'
}

function isOf({ detail }: SignalFact, id: string): boolean {
  return detail
    .toLowerCase()
    .split(/[^\w.-]+/)
    .includes(id.toLowerCase())
}
