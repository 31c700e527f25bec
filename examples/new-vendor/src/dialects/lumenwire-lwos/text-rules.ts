/** How a configuration is written: what in it is no command, and where the next device's begins. */
import type { TextRules } from '../_cisco-configuration/text/config-text.ts'
import { delimitedBanner } from '../_cisco-configuration/text/opaque-text.ts'
import type { SplitRules } from '../_cisco-configuration/text/split.ts'

/** @source Lumenwire LWOS 7 command reference, `welcome-text` */
const WELCOME = /^welcome-text\s+(?=\S)/

/** The first line of every configuration. @source Lumenwire LWOS 7 command reference, `show configuration` */
export const HEADING = /^! Lumenwire LWOS \d{1,2}\.\d{1,2}\b/

/** What the text of a configuration is taken apart by. */
export const textRules: TextRules & SplitRules = {
  openBanner: (line) => {
    const start = WELCOME.exec(line)
    return start === null ? undefined : delimitedBanner(line.slice(start[0].length))
  },
  noise: /^Configuration of \S+ at \d/,
  hostname: /^system-name\s+(\S{1,253})$/,
  startOfOutput: HEADING,
}
