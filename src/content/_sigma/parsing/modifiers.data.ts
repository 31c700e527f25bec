/** Every modifier of Sigma 2.1.0. @source Sigma modifiers appendix 2.1.0 */

/** What a modifier does: changes the value, says how it is compared, or changes the logic around it. */
export type ModifierRole = 'encoding' | 'place' | 'comparison' | 'date' | 'type' | 'flag' | 'logic' | 'case'

/** Modifier → role. */
export const MODIFIERS: ReadonlyMap<string, ModifierRole> = new Map([
  ['base64', 'encoding'],
  ['base64offset', 'encoding'],
  ['utf16', 'encoding'],
  ['utf16le', 'encoding'],
  ['utf16be', 'encoding'],
  ['wide', 'encoding'],
  ['windash', 'encoding'],
  ['expand', 'encoding'],
  ['contains', 'place'],
  ['startswith', 'place'],
  ['endswith', 'place'],
  ['lt', 'comparison'],
  ['lte', 'comparison'],
  ['gt', 'comparison'],
  ['gte', 'comparison'],
  ['minute', 'date'],
  ['hour', 'date'],
  ['day', 'date'],
  ['week', 'date'],
  ['month', 'date'],
  ['year', 'date'],
  ['re', 'type'],
  ['cidr', 'type'],
  ['exists', 'type'],
  ['fieldref', 'type'],
  ['i', 'flag'],
  ['m', 'flag'],
  ['s', 'flag'],
  ['all', 'logic'],
  ['neq', 'logic'],
  ['cased', 'case'],
])
