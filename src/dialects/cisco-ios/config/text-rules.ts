/** How IOS writes what is not a command: banners, headings of `show`, and where the next device's output starts. */
import type { TextRules } from '../../_cisco-configuration/text/config-text.ts'
import { delimitedBanner, type OpaqueStart } from '../../_cisco-configuration/text/opaque-text.ts'
import type { SplitRules } from '../../_cisco-configuration/text/split.ts'

/** @source Cisco IOS command `banner`: the delimiter is any character; `show running-config` prints byte 0x03 as `^C` */
const BANNER = /^banner\s+(?:motd|login|exec|incoming|slip-ppp|prompt-timeout|config-save)\s+(\S.*)$/i
/** Texts between delimiters below other commands, always printed with `^C`. */
const OTHER_TEXT =
  /^\s*(?:aaa authentication (?:banner|fail-message)|banner \S{1,32}|menu \S{1,64} (?:title|prompt)|vacant-message|refuse-message|title|text)\s+((?:\^C|\u0003).*)$/i

/** What the text of an IOS configuration is taken apart by. */
export const textRules: TextRules & SplitRules = {
  openBanner,
  noise:
    /^(?:Building configuration|Current configuration\s*:|Using \d+ out of|Load for five secs|Time source is|Startup configuration|Uncompressed configuration)/i,
  hostname: /^hostname\s+(\S+)$/,
  startOfOutput:
    /^(?:Building configuration\.|Current configuration\s*:|Using \d+ out of|!RANCID-CONTENT-TYPE|[A-Za-z][\w.:/-]{0,62}[#>]\s*sh)/i,
}

function openBanner(line: string): OpaqueStart | undefined {
  const text = BANNER.exec(line)?.[1] ?? OTHER_TEXT.exec(line)?.[1]
  return text === undefined ? undefined : delimitedBanner(text)
}
