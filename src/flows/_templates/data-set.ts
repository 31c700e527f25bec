/** One set of records being read: where it stands, and what the header of its message says. */

/** The live one is filled again and again; those that wait for their template have their own bytes. */
export class DataSet {
  bytes: Uint8Array = new Uint8Array(0)
  view: DataView = new DataView(this.bytes.buffer)
  /** The record that is next, and the first byte behind the set. */
  at = 0
  to = 0
  /** Records of this length stand from `at` to `runTo`. */
  recordBytes = 0
  runTo = 0
  /** The datagram ended before the set did. */
  isCut = false
  /** What the set says it is: the id of a template, or a number below 256 for a set of templates. */
  id = 0
  /** Source id (NetFlow version 9) or observation domain (IPFIX). */
  domainId = 0
  /** When the message was sent, epoch milliseconds. */
  exportMs = 0
  /** Since when the exporter ran, epoch milliseconds; NaN where the header does not say. */
  bootMs = Number.NaN

  /** The same set on bytes of its own. */
  copy(): DataSet {
    const copy = new DataSet()
    copy.bytes = this.bytes.slice(this.at, this.to)
    copy.view = new DataView(copy.bytes.buffer)
    copy.to = copy.bytes.length
    copy.isCut = this.isCut
    copy.id = this.id
    copy.domainId = this.domainId
    copy.exportMs = this.exportMs
    copy.bootMs = this.bootMs
    return copy
  }
}
