/** What time zone abbreviations in logs stand for. A table only. */

/**
 * Minutes east of UTC. Devices let operators name a zone as they like, so an abbreviation is a good guess, not a fact.
 *
 * @source IANA time zone database, abbreviations in use since 2000
 */
export const ZONE_OFFSET_MINUTES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  UCT: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  MET: 60,
  MEZ: 60,
  CEST: 120,
  MEST: 120,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  SAST: 120,
  JST: 540,
  KST: 540,
  HKT: 480,
  SGT: 480,
  AWST: 480,
  ACST: 570,
  ACDT: 630,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  NST: -210,
  NDT: -150,
  ADT: -180,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  BRT: -180,
  ART: -180,
}

/** Abbreviations that mean different hours in different countries: read as the first of them and marked as inferred. */
export const AMBIGUOUS_ZONE_OFFSET_MINUTES: Readonly<Record<string, number>> = {
  CST: -360,
  BST: 60,
  IST: 330,
  AST: -240,
  WST: 480,
}
