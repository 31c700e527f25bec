/** RADIUS attributes in which devices send the commands that were typed on them. A table only. */

/** `vendor` and `attribute` are the numbers by which a server without the vendor's dictionary writes it. */
export interface CommandAttribute {
  readonly name: string
  readonly vendor: number
  readonly attribute: number
  /** The platform, where only one sends it. */
  readonly platform?: string
}

/** @source FreeRADIUS, share/dictionary.* of each vendor */
export const COMMAND_ATTRIBUTES: readonly CommandAttribute[] = [
  { name: 'HP-Command-String', vendor: 11, attribute: 2 },
  { name: 'Aruba-Command-String', vendor: 14_823, attribute: 46 },
  { name: 'Arista-Command', vendor: 30_065, attribute: 5, platform: 'arista-eos' },
  { name: 'Foundry-Command-String', vendor: 1991, attribute: 2 },
  { name: 'Brocade-Command-String', vendor: 1991, attribute: 2 },
  { name: 'Extreme-Shell-Command', vendor: 1916, attribute: 202 },
  { name: 'TP-Link-User-Command', vendor: 11_863, attribute: 5 },
  { name: 'Juniper-Interactive-Command', vendor: 2636, attribute: 8, platform: 'junos' },
]

/** Attributes that only a login to the device itself is answered with. */
export const ADMINISTRATION_ATTRIBUTES: readonly string[] = [
  'Arista-AVPair',
  'Aruba-Admin-Role',
  'Aruba-Priv-Admin-User',
  'Brocade-Auth-Role',
  'Extreme-CLI-Authorization',
  'Foundry-Privilege-Level',
  'H3C-Exec-Privilege',
  'HP-Privilege-Level',
  'Huawei-Exec-Privilege',
  'Juniper-Local-User-Name',
]
