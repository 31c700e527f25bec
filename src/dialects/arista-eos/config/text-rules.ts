/** How EOS writes what is not a command: banners, headings of `show`, and where the next device's output starts. */
import type { TextRules } from '../../_cisco-configuration/text/config-text.ts'
import type { OpaqueStart } from '../../_cisco-configuration/text/opaque-text.ts'
import { type SplitRules, splitAtDevices } from '../../_cisco-configuration/text/split.ts'

/** @source EOS command `banner login | motd`: the text ends with a line `EOF` */
const BANNER = /^banner\s+(?:login|motd)\s*$/i
/** Texts of `management security` and `comment` that end the same way, or as certificates do. */
const OTHER_TEXT = /^\s*(?:!!\s*)?(?:comment|motd)\s*$/i

/** What the text of an EOS configuration is taken apart by. */
export const textRules: TextRules & SplitRules = {
  openBanner,
  noise: /^(?:Building configuration|Current configuration\s*:|Timezone: |Clock source: )/i,
  hostname: /^hostname\s+(\S+)$/,
  startOfOutput: /^(?:! Command: show |! device: |[A-Za-z][\w.:/-]{0,62}[#>]\s*sh)/i,
}

function openBanner(line: string): OpaqueStart | undefined {
  const what = BANNER.test(line) ? 'banner' : OTHER_TEXT.test(line) ? 'comment' : undefined
  return what === undefined ? undefined : { what, closed: false, endsWith: (end) => end.trim() === 'EOF' }
}

/** The first line of each configuration in a text, counted from 1. */
export function splitConfigs(text: string): readonly number[] {
  return splitAtDevices(text, textRules)
}
