/** Objects of ATT&CK by their id: where MITRE tells of them. Their text is not repeated here. */

/** `{ id: 'T1020.001', url: 'https://attack.mitre.org/techniques/T1020/001/' }`; analytics have no page of their own. */
export interface AttackLink {
  readonly id: string
  readonly url?: string | undefined
}

/** What stands wherever ids and names of ATT&CK are shown. @source MITRE ATT&CK, Terms of Use */
export const ATTACK_NOTICE =
  '© The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation. ATT&CK is a registered trademark of The MITRE Corporation.'

const BASE = 'https://attack.mitre.org'

/** One link for each id, in order. */
export function attackLinks(ids: readonly string[]): readonly AttackLink[] {
  return ids.map((id) => ({ id, url: urlOf(id) }))
}

/** @source attack.mitre.org: techniques by id and number of the sub-technique, detection strategies by id */
function urlOf(id: string): string | undefined {
  const technique = /^(T\d{4})(?:\.(\d{3}))?$/.exec(id)
  if (technique !== null) {
    const [, main = '', sub] = technique
    return `${BASE}/techniques/${main}/${sub === undefined ? '' : `${sub}/`}`
  }
  return /^DET\d{4}$/.test(id) ? `${BASE}/detectionstrategies/${id}/` : undefined
}
