/** Create a filter, write and take away its rules, and let Amazon's own DNS through: what of a source a session copies. */
import type { MirrorEdit } from '../../../facts/mirror-edit.ts'
import type { ObjectChange } from '../../_audit-records/audit-facts.ts'
import {
  asObject,
  definedOnly,
  isObject,
  type JsonObject,
  memberOf,
  textOf,
  textOfFirst,
} from '../../_audit-records/fields.ts'
import { listOf, textsOf } from '../../_audit-records/lists.ts'
import { digitsOfFirst } from '../number-fields.ts'
import type { TrailRecord } from '../record.ts'
import { addressOf, answered, descriptionOf, idOf, idWithoutAnswer } from './object-change.ts'

const NAMESPACE = 'traffic-mirror-filter'
const RULE_SETS = ['ingressFilterRuleSet', 'egressFilterRuleSet']

/** `CreateTrafficMirrorFilter`. A new filter has no rules as a rule, and copies nothing until it has. */
export function createFilter(record: TrailRecord): ObjectChange | undefined {
  const filter = answered(record, 'trafficMirrorFilter')
  const filterId = textOf(filter, 'trafficMirrorFilterId')
  if (record.outcome === 'accepted' && filterId === undefined) return undefined
  const id = filterId ?? idWithoutAnswer(record, 'filter')
  const rules = RULE_SETS.flatMap((set) => listOf(memberOf(filter, set)).filter(isObject))
  const details = definedOnly({ description: descriptionOf(textOfFirst([filter, record.request], 'description')) })
  const edits: MirrorEdit[] = [
    { do: 'define', name: id },
    ...(Object.keys(details).length === 0 ? [] : [{ do: 'set' as const, details }]),
    ...rules.map((rule) => ruleEdit([rule])),
    ...textsOf(memberOf(filter, 'networkServiceSet')).map(serviceEdit),
  ]
  return { address: addressOf(record, NAMESPACE, id), edits }
}

/**
 * `CreateTrafficMirrorFilterRule` and `ModifyTrafficMirrorFilterRule`: a change of the filter. Where no answer tells which
 * filter a rule is in, the rule's own id stands for it.
 */
export function writeRule(record: TrailRecord): ObjectChange | undefined {
  const objects = [answered(record, 'trafficMirrorFilterRule'), record.request]
  const id = textOfFirst(objects, 'trafficMirrorFilterId') ?? textOfFirst(objects, 'trafficMirrorFilterRuleId')
  if (id === undefined) return undefined
  return { address: addressOf(record, NAMESPACE, id), edits: [{ do: 'define', name: id }, ruleEdit(objects)] }
}

/** `DeleteTrafficMirrorFilterRule` names the rule alone, so the rule's own id is the address. */
export function deleteRule(record: TrailRecord): ObjectChange | undefined {
  const ruleId = idOf(record, 'trafficMirrorFilterRuleId')
  const filterId = idOf(record, 'trafficMirrorFilterId')
  if (filterId === undefined || ruleId === undefined) {
    return ruleId === undefined
      ? undefined
      : { address: addressOf(record, NAMESPACE, ruleId), edits: [{ do: 'remove' }] }
  }
  return { address: addressOf(record, NAMESPACE, filterId), edits: [{ do: 'filter-rule', key: ruleId }] }
}

/** `ModifyTrafficMirrorFilterNetworkServices`: `amazon-dns` is the only service there is. */
export function modifyServices(record: TrailRecord): ObjectChange | undefined {
  const id =
    idOf(record, 'trafficMirrorFilterId') ?? textOf(answered(record, 'trafficMirrorFilter'), 'trafficMirrorFilterId')
  if (id === undefined) return undefined
  const removed = textsOf(memberOf(record.request, 'removeNetworkService'))
  const edits: MirrorEdit[] = [
    { do: 'define', name: id },
    ...textsOf(memberOf(record.request, 'addNetworkService')).map(serviceEdit),
    ...removed.map((service) => ({ do: 'filter-rule' as const, key: ruleKey(service) })),
  ]
  return { address: addressOf(record, NAMESPACE, id), edits }
}

function serviceEdit(service: string): MirrorEdit {
  return { do: 'filter-rule', key: ruleKey(service), text: 'accept both directions' }
}

/** The rule as its answer shows it, else as far as the request names it: what a change leaves as it was shows as `?`. */
function ruleEdit(objects: readonly JsonObject[]): MirrorEdit {
  const text = (name: string) => textOfFirst(objects, name)
  const number = digitsOfFirst(objects, 'ruleNumber')
  const direction = text('trafficDirection')
  const key = text('trafficMirrorFilterRuleId') ?? `${direction ?? '?'}-${number ?? '?'}`
  const words = [
    text('ruleAction') ?? '?',
    direction ?? '?',
    text('sourceCidrBlock') ?? '?',
    '->',
    text('destinationCidrBlock') ?? '?',
    protocolWords(digitsOfFirst(objects, 'protocol'), text('ruleAction') !== undefined),
    ...portWords('from', objects, 'sourcePortRange'),
    ...portWords('to', objects, 'destinationPortRange'),
    ...(number === undefined ? [] : [`rule ${number}`]),
  ]
  return { do: 'filter-rule', key: ruleKey(key), text: words.join(' ').replaceAll(';', ',') }
}

/** A rule without a protocol lets all of them through. @source Amazon EC2 API reference, CreateTrafficMirrorFilterRule, Protocol. */
function protocolWords(protocol: string | undefined, isWhole: boolean): string {
  if (protocol !== undefined && protocol !== '-1') return `protocol ${protocol}`
  return isWhole || protocol === '-1' ? 'all protocols' : 'protocol ?'
}

function portWords(side: 'from' | 'to', objects: readonly JsonObject[], member: string): string[] {
  const ranges = objects.map((object) => asObject(memberOf(object, member)))
  const from = digitsOfFirst(ranges, 'fromPort')
  const to = digitsOfFirst(ranges, 'toPort')
  if (from === undefined && to === undefined) return []
  return [`${side} ports ${from ?? '?'}-${to ?? '?'}`]
}

/** A key is one word, so that rules can be told apart in the filter's text. */
function ruleKey(id: string): string {
  return id.replaceAll(/[\s;]+/g, '-')
}
