/** Where the wanted fields of a template's records stand: compiled once, read for every record. */
import type { DataSet } from '../data-set.ts'
import { readUnsigned } from './read-unsigned.ts'
import { SLOT, SLOT_COUNT, type Slot, type TimeUnit, WANTED_FIELDS, type WantedField } from './wanted-fields.data.ts'

/** A field of a template: its element (-1 for those of enterprises and other unwanted ones), and its length or {@link VARIABLE}. */
export interface TemplateField {
  readonly element: number
  readonly length: number
}

/** The length of a field that says its length in each record. @source RFC 7011, section 7 */
export const VARIABLE = 65_535

const RARE: readonly Slot[] = [SLOT.greKey, SLOT.segment, SLOT.frameSection, SLOT.ipSection]
const NUMBERS: readonly Slot[] = [SLOT.ingress, SLOT.egress, SLOT.octets, SLOT.packets]
const SAMPLING: readonly Slot[] = [
  SLOT.samplerId,
  SLOT.samplingInterval,
  SLOT.packetInterval,
  SLOT.packetSpace,
  SLOT.samplingSize,
  SLOT.samplingPopulation,
]

/**
 * Offsets within a record and lengths, by slot; an offset of -1 says that the record has no such field. With fields of variable
 * length the offsets are those of the record that {@link RecordLayout.findRun} found last.
 */
export class RecordLayout {
  readonly offsets = new Int32Array(SLOT_COUNT).fill(-1)
  readonly lengths = new Int32Array(SLOT_COUNT)
  readonly isOption: boolean
  /** Of the fixed fields, and one byte for each variable one: no record is shorter. */
  readonly shortest: number
  readonly isVariable: boolean
  readonly startUnit: TimeUnit
  readonly endUnit: TimeUnit
  /** When both times are of one of the two usual forms. */
  readonly timeForm: 'uptime' | 'milliseconds' | 'other'
  readonly hasIpv6: boolean
  /** Whether records have header bytes, keys or networks; whether they say how they were sampled. */
  readonly hasRare: boolean
  readonly hasSampling: boolean
  /** Whether an interface or a count is of another length than one or two words. */
  readonly hasShortNumbers: boolean
  readonly #fieldLengths: Int32Array
  /** The slot that a field fills, -1 for none. */
  readonly #fieldSlots: Int32Array

  constructor(fields: readonly TemplateField[], isOption: boolean) {
    const winners = chooseFields(fields)
    this.isOption = isOption
    this.isVariable = fields.some(({ length }) => length === VARIABLE)
    this.shortest = fields.reduce((sum, { length }) => sum + (length === VARIABLE ? 1 : length), 0)
    this.startUnit = winners.get(SLOT.start)?.unit ?? 'none'
    this.endUnit = winners.get(SLOT.end)?.unit ?? 'none'
    this.hasIpv6 = winners.has(SLOT.sourceIpv6) || winners.has(SLOT.destinationIpv6)
    this.hasRare = RARE.some((slot) => winners.has(slot))
    this.hasSampling = SAMPLING.some((slot) => winners.has(slot))
    this.#fieldLengths = Int32Array.from(fields, ({ length }) => length)
    this.#fieldSlots = new Int32Array(fields.length).fill(-1)
    for (const [slot, { index }] of winners) this.#fieldSlots[index] = slot
    this.#placeFixed()
    this.timeForm = this.#timeForm()
    this.hasShortNumbers = NUMBERS.some((slot) => this.offsets[slot]! >= 0 && this.lowWord(slot) < 0)
  }

  /** Finds the records at `set.at` that have one length, and their fields where lengths vary. False when there is no whole record. */
  findRun(set: DataSet): boolean {
    const left = set.to - set.at
    set.recordBytes = this.isVariable ? this.#placeVariable(set) : this.shortest
    set.runTo = this.isVariable ? set.at + set.recordBytes : set.to - (left % this.shortest)
    return set.recordBytes <= left
  }

  /** Offset of the low word of a number with one word or two, of the high word of one with two; -1 where there is none. */
  lowWord(slot: Slot): number {
    const offset = this.offsets[slot]!
    if (offset < 0) return -1
    return this.lengths[slot] === 8 ? offset + 4 : this.lengths[slot] === 4 ? offset : -1
  }

  highWord(slot: Slot): number {
    return this.lengths[slot] === 8 ? this.offsets[slot]! : -1
  }

  #timeForm(): 'uptime' | 'milliseconds' | 'other' {
    const { startUnit, endUnit, offsets, lengths } = this
    if (startUnit === 'uptime' && endUnit === 'uptime') return offsets[SLOT.systemInit]! < 0 ? 'uptime' : 'other'
    const isMilliseconds = startUnit === 'milliseconds' && endUnit === 'milliseconds'
    return isMilliseconds && lengths[SLOT.start] === 8 && lengths[SLOT.end] === 8 ? 'milliseconds' : 'other'
  }

  #placeFixed(): void {
    let offset = 0
    for (const [index, length] of this.#fieldLengths.entries()) {
      const slot = this.#fieldSlots[index]!
      if (slot >= 0) {
        this.offsets[slot] = offset
        this.lengths[slot] = length
      }
      offset += length
    }
  }

  #placeVariable({ bytes, at, to }: DataSet): number {
    const fieldLengths = this.#fieldLengths
    let position = at
    for (let index = 0; index < fieldLengths.length; index += 1) {
      let length = fieldLengths[index]!
      if (length === VARIABLE) {
        if (position >= to) return Number.POSITIVE_INFINITY
        length = bytes[position]!
        position += 1
        if (length === 255) {
          if (position + 2 > to) return Number.POSITIVE_INFINITY
          length = bytes[position]! * 256 + bytes[position + 1]!
          position += 2
        }
      }
      const slot = this.#fieldSlots[index]!
      if (slot >= 0) {
        this.offsets[slot] = length === 0 ? -1 : position - at
        this.lengths[slot] = length
      }
      position += length
    }
    return position <= to ? position - at : Number.POSITIVE_INFINITY
  }
}

/** The number in the record at `set.at`; -1 when the record has none. */
export function readNumber(slot: Slot, { view, at }: DataSet, { offsets, lengths }: RecordLayout): number {
  const offset = offsets[slot]!
  return offset < 0 ? -1 : readUnsigned(view, at + offset, lengths[slot]!)
}

interface Winner {
  readonly index: number
  readonly rank: number
  readonly unit: TimeUnit
}

/** For each slot the field that fills it. */
function chooseFields(fields: readonly TemplateField[]): ReadonlyMap<number, Winner> {
  const winners = new Map<number, Winner>()
  for (const [index, { element, length }] of fields.entries()) {
    const wanted = WANTED_FIELDS.get(element)
    if (wanted === undefined || !canHold(wanted, length)) continue
    const { slot, rank, unit } = wanted
    if (rank < (winners.get(slot)?.rank ?? Number.POSITIVE_INFINITY)) winners.set(slot, { index, rank, unit })
  }
  return winners
}

/** Only bytes and texts may vary in length: a number of unforeseen length is left unread. */
function canHold({ shortest, longest }: WantedField, length: number): boolean {
  return length === VARIABLE ? longest === VARIABLE : length >= shortest && length <= longest
}
