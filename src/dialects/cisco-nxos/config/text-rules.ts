/** How NX-OS writes what is not a command: banners, headings of `show`, and where the next device's output starts. */
import type { TextRules } from '../../_cisco-configuration/text/config-text.ts'
import { delimitedBanner, type OpaqueStart } from '../../_cisco-configuration/text/opaque-text.ts'
import type { SplitRules } from '../../_cisco-configuration/text/split.ts'

/** @source Cisco NX-OS command `banner {motd | exec} DELIMITER text DELIMITER`: the delimiter is any one character */
const BANNER = /^banner\s+(?:motd|exec)\s+(\S.*)$/i

/** The line that opens the part of another VDC in `show running-config vdc-all`. */
export const VDC_LINE = /^switchto vdc (\S{1,64})$/

/** What the text of an NX-OS configuration is taken apart by. */
export const textRules: TextRules & SplitRules = {
  openBanner,
  noise: /^(?:Building configuration|Load for five secs|Time source is)/i,
  hostname: /^(?:hostname|switchname)\s+(\S+)$/,
  startOfOutput:
    /^(?:! ?Command: show|!RANCID-CONTENT-TYPE|! Cisco Nexus Operating System|[A-Za-z][\w.:/-]{0,62}[#>]\s*sh)/i,
  partOfDevice: VDC_LINE,
}

function openBanner(line: string): OpaqueStart | undefined {
  const text = BANNER.exec(line)?.[1]
  return text === undefined ? undefined : delimitedBanner(text)
}
