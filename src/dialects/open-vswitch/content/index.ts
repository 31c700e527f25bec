/** What the logs of Open vSwitch show of mirrors, for rules in other people's languages. */
import type { DialectContent } from '../../../facts/log-content/dialect-content.ts'
import { commandSignatures } from './commands.data.ts'
import { examples } from './examples.data.ts'
import { exercises } from './exercises.data.ts'
import { signatures, sources } from './sources.ts'

export const content: DialectContent = { sources, signatures, commandSignatures, examples, exercises }
