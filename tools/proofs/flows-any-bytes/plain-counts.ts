/** Counts what NetFlow and IPFIX messages hold by a second, plain reader: objects, slices and no speed, so that the decoders have a judge. */

/** What both readers count. */
export interface PlainCounts {
  record: number
  'option-record': number
  template: number
  'option-template': number
  'set-without-template': number
}

interface PlainTemplate {
  readonly isOption: boolean
  /** Of each field; 65535 where the record says it. */
  readonly lengths: readonly number[]
}

const MAX_FIELDS = 128
const MAX_WAITING = 512

/** One exporter, from its first datagram to its last. Give it only what decoders recognise. */
export class PlainExporter {
  readonly counts: PlainCounts = {
    record: 0,
    'option-record': 0,
    template: 0,
    'option-template': 0,
    'set-without-template': 0,
  }
  readonly #templates = new Map<string, PlainTemplate>()
  #waiting: { readonly key: string; readonly body: Buffer }[] = []

  /** A message of a version, with whatever stands behind it. */
  read(message: Buffer): void {
    const version = message.readUInt16BE(0)
    if (version === 5) this.counts.record += Math.min(message.readUInt16BE(2), Math.floor((message.length - 24) / 48))
    else if (version === 9)
      this.#readSets(message.subarray(20), { domain: `v9 ${message.readUInt32BE(16)}`, isIpfix: false })
    else if (version === 10) {
      const sets = message.subarray(16, Math.max(16, message.readUInt16BE(2)))
      this.#readSets(sets, { domain: `ipfix ${message.readUInt32BE(12)}`, isIpfix: true })
    }
  }

  /** What waits by now waits for ever. */
  finish(): PlainCounts {
    this.counts['set-without-template'] += this.#waiting.length
    return this.counts
  }

  #readSets(sets: Buffer, { domain, isIpfix }: { readonly domain: string; readonly isIpfix: boolean }): void {
    for (let rest = sets; rest.length >= 4; ) {
      const id = rest.readUInt16BE(0)
      const length = rest.readUInt16BE(2)
      if ((id === 9 && !isIpfix) || length < 4) return
      const body = rest.subarray(4, length)
      rest = rest.subarray(length)
      if (id === (isIpfix ? 2 : 0)) this.#readTemplates(body, { domain, isIpfix, isOption: false })
      else if (id === (isIpfix ? 3 : 1)) this.#readTemplates(body, { domain, isIpfix, isOption: true })
      else if (id >= 256) this.#readData(`${domain}/${id}`, body)
    }
  }

  #readData(key: string, body: Buffer): void {
    const template = this.#templates.get(key)
    if (template !== undefined) this.counts[template.isOption ? 'option-record' : 'record'] += recordsIn(body, template)
    else if (this.#waiting.length < MAX_WAITING) this.#waiting.push({ key, body })
    else this.counts['set-without-template'] += 1
  }

  #readTemplates(set: Buffer, { domain, isIpfix, isOption }: TemplateSet): void {
    for (let rest = set; rest.length >= 4; ) {
      const id = rest.readUInt16BE(0)
      if (isIpfix && rest.readUInt16BE(2) === 0 && (id >= 256 || id === (isOption ? 3 : 2))) {
        this.#withdraw(domain, id, isOption)
        rest = rest.subarray(4)
        continue
      }
      const specifiers = id < 256 ? undefined : specifiersOf(rest, isIpfix, isOption)
      if (specifiers === undefined) return
      rest = rest.subarray(specifiers.size)
      this.#define(`${domain}/${id}`, { isOption, lengths: specifiers.lengths })
    }
  }

  #define(key: string, template: PlainTemplate): void {
    const { lengths, isOption } = template
    if (lengths.length > MAX_FIELDS || lengths.every((length) => length === 0)) return
    this.counts[isOption ? 'option-template' : 'template'] += 1
    this.#templates.set(key, template)
    const ready = this.#waiting.filter((waiting) => waiting.key === key)
    this.#waiting = this.#waiting.filter((waiting) => waiting.key !== key)
    for (const { body } of ready) this.#readData(key, body)
  }

  #withdraw(domain: string, id: number, isOption: boolean): void {
    const gone = [...this.#templates].filter(([key, template]) =>
      id >= 256 ? key === `${domain}/${id}` : key.startsWith(`${domain}/`) && template.isOption === isOption,
    )
    for (const [key] of gone) this.#templates.delete(key)
  }
}

interface TemplateSet {
  readonly domain: string
  readonly isIpfix: boolean
  readonly isOption: boolean
}

/** The lengths of a template's fields and its own; undefined when it is cut. */
function specifiersOf(
  template: Buffer,
  isIpfix: boolean,
  isOption: boolean,
): { readonly lengths: readonly number[]; readonly size: number } | undefined {
  const start = isOption ? 6 : 4
  if (template.length < start) return undefined
  const first = template.readUInt16BE(2)
  const count = isOption && !isIpfix ? Math.floor((first + template.readUInt16BE(4)) / 4) : first
  const lengths: number[] = []
  let at = start
  while (lengths.length < count) {
    if (template.length < at + 4) return undefined
    lengths.push(template.readUInt16BE(at + 2))
    at += isIpfix && template.readUInt16BE(at) >= 0x8000 ? 8 : 4
  }
  return at > template.length ? undefined : { lengths, size: at }
}

/** Whole records, one behind the other. */
function recordsIn(body: Buffer, template: PlainTemplate): number {
  let count = 0
  for (let at = recordEnd(body, 0, template); at <= body.length; at = recordEnd(body, at, template)) count += 1
  return count
}

function recordEnd(body: Buffer, from: number, { lengths }: PlainTemplate): number {
  let at = from
  for (const length of lengths) {
    if (length !== 65_535) at += length
    else if (at >= body.length) return Number.POSITIVE_INFINITY
    else if (body[at] !== 255) at += 1 + (body[at] ?? 0)
    else if (at + 3 > body.length) return Number.POSITIVE_INFINITY
    else at += 3 + body.readUInt16BE(at + 1)
  }
  return at
}
