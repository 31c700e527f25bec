/** What holds of every dialect that writes a mirror session as the commands that configure it. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { applyEdits } from '../../../facts/apply-edits.ts'
import type { MirrorSession } from '../../../facts/mirror-session.ts'
import type { Dialect } from '../../contract.ts'

/** How a dialect writes a session, and reads the first one of a configuration. */
export interface SessionForms {
  readonly write: (session: MirrorSession) => readonly string[]
  readonly readConfigured: (text: string) => MirrorSession | undefined
}

/** Each session drawn reads back as itself from the lines it is written as: as a configuration, and typed. */
export function assertReadsBack(
  dialect: Dialect,
  session: fc.Arbitrary<MirrorSession>,
  { write, readConfigured }: SessionForms,
): void {
  fc.assert(
    fc.property(session, (drawn) => {
      const wanted: MirrorSession = structuredClone(drawn)
      const lines = write(wanted)

      const configured = readConfigured(lines.join('\n'))
      const typed = dialect.commands?.interpret(lines.map((text, index) => ({ factId: String(index), text })))
      const edited = applyEdits(undefined, typed?.changes.flatMap(({ edits }) => edits) ?? [], wanted.name)

      assert.deepEqual(configured, wanted)
      assert.deepEqual(edited?.session, wanted)
    }),
  )
}
