/** Where the wanted fields of a template's records stand: compiled once, read for every record. */
import type { DataSet } from '../data-set.ts'
import { SLOT, SLOT_COUNT, type Slot, type TimeUnit, WANTED_FIELDS, type WantedField } from './wanted-fields.data.ts'

/** A field of a template: its element (-1 for those of enterprises and other unwanted ones), and its length or {@link VARIABLE}. */
export interface TemplateField {
  readonly element: number
  readonly length: number
}

/** The length of a field that says its length in each record. @source RFC 7011, section 7 */
export const VARIABLE = 65_535

const RARE: readonly Slot[] = [SLOT.greKey, SLOT.segment, SLOT.frameSection, SLOT.ipSection]
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
 * length the offsets are those of the record that {@link RecordLayout.lengthAt} looked at last.
 */
export class RecordLayout {
  readonly offsets = new Int32Array(SLOT_COUNT).fill(-1)
  readonly lengths = new Int32Array(SLOT_COUNT)
  readonly isOption: boolean
  /** Of the fixed fields, and one byte for each variable one: no record is shorter. */
  readonly shortest: number
  readonly isVariable: boolean
  /** Of times, by slot. */
  readonly units: readonly TimeUnit[]
  /** Whether records have header bytes, keys or networks; whether they say how they were sampled. */
  readonly hasRare: boolean
  readonly hasSampling: boolean
  readonly #fieldLengths: Int32Array
  /** The slot that a field fills, -1 for none. */
  readonly #fieldSlots: Int32Array

  constructor(fields: readonly TemplateField[], isOption: boolean) {
    const winners = chooseFields(fields)
    this.isOption = isOption
    this.isVariable = fields.some(({ length }) => length === VARIABLE)
    this.shortest = fields.reduce((sum, { length }) => sum + (length === VARIABLE ? 1 : length), 0)
    this.units = Array.from(this.offsets, (_, slot) => winners.get(slot)?.unit ?? 'none')
    this.hasRare = RARE.some((slot) => winners.has(slot))
    this.hasSampling = SAMPLING.some((slot) => winners.has(slot))
    this.#fieldLengths = Int32Array.from(fields, ({ length }) => length)
    this.#fieldSlots = new Int32Array(fields.length).fill(-1)
    for (const [slot, { index }] of winners) this.#fieldSlots[index] = slot
    this.#placeFixed()
  }

  /** Bytes of the record at `set.at`; Infinity when it would reach behind the set. Finds its fields, where lengths vary. */
  lengthAt(set: DataSet): number {
    if (this.isVariable) return this.#placeVariable(set)
    return this.shortest <= set.to - set.at ? this.shortest : Number.POSITIVE_INFINITY
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
