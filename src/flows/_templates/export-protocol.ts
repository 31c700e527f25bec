/** What tells NetFlow version 9 and IPFIX apart, which are otherwise one protocol. */

/** One of the two. */
export interface ExportProtocol {
  /**
   * IPFIX has fields of enterprises and of variable length, scopes that are elements, and templates that are taken back; version 9 has
   * scopes of a list of its own.
   */
  readonly isIpfix: boolean
  /** Ids of the sets that hold templates, and templates of option data. */
  readonly templateSet: number
  readonly optionTemplateSet: number
  /** A set with this id is the version of a message that follows; IPFIX messages say where they end. */
  readonly nextMessage?: number
}
