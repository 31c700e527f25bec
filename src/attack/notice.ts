/** What MITRE asks to be reproduced wherever its text is shown or exported. */

/** The year in a statement such as `Copyright 2015-2025, The MITRE Corporation.`; the newest release that this page was checked with. */
const YEAR_OF_STATEMENT = /\b(?:\d{4}-)?(\d{4}), The MITRE Corporation/
const DEFAULT_YEAR = '2025'

/** The marking of a release, as its `marking-definition` says it; what stands here when a release has none. */
const TRADEMARK = 'MITRE ATT&CK and ATT&CK are registered trademarks of The MITRE Corporation.'

/**
 * The copyright designation and the trademarks: for the statement of a release that ends in 2025,
 * `© 2025 The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation. MITRE ATT&CK …`.
 *
 * @source mitre/cti @421deacb, LICENSE.txt, "ATT&CK"; marking-definition--fa42a846-8d90-4e51-bc29-71d5b4802168
 */
export function mitreNotice(statement = ''): string {
  const year = YEAR_OF_STATEMENT.exec(statement)?.[1] ?? DEFAULT_YEAR
  return `© ${year} The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation. ${TRADEMARK}`
}
