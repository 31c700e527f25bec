/**
 * What a platform or record format must offer. A dialect folder holds everything tapwarden knows of one platform: how to
 * recognise it, read its configuration, its log messages and typed commands, what to redact and how to undo a session.
 *
 * All of it is pure: no I/O, no clock, no randomness, no inventory; it never throws, whatever the bytes.
 */
import type { Fact, FiledBy, SignalKind } from '../facts/fact.ts'
import type { DialectContent } from '../facts/log-content/dialect-content.ts'
import type { MirrorEdit } from '../facts/mirror-edit.ts'
import type { SessionAddress } from '../facts/mirror-session.ts'
import type { Note, Outcome } from '../facts/note.ts'
import type { Playbook } from '../facts/playbook.ts'
import type { Leg, Place, Ref, Trust } from '../facts/schema-parts.ts'
import type { Instant } from '../kit/instant.ts'

/** What the input declares about everything in it. */
export interface ReadContext {
  readonly realm: string
  readonly trust: Trust
  /** Stands in for a missing year: the newest year that is not after this instant (a day's grace). */
  readonly reference: Instant
}

/** A whole configuration (or one device's part of a file that holds several). */
export interface DocumentRecord {
  readonly text: string
  /** Path, and the line in the input where this document starts. */
  readonly place: Place
  /** A time found in the path, commit or (when asked) the file's own time; absent otherwise. */
  readonly time?: { readonly at: Instant; readonly basis: 'file-name' | 'commit' } | undefined
  /** Author and message of the commit that filed it. */
  readonly filedBy?: FiledBy | undefined
  /** The input ended before its end (gzip cut, size limit). */
  readonly cutOff: boolean
}

/** One line of a log or accounting file, without its line end. */
export interface LineRecord {
  readonly text: string
  readonly place: Place
}

/** One object of an audit trail, parsed without turning long numbers into floats that lose digits. */
export interface JsonRecord {
  readonly value: Readonly<Record<string, unknown>>
  readonly place: Place
}

/** How one line of a document ended, and why; lines not named are irrelevant. Lines count from 1 in the document. */
export interface LineOutcome {
  readonly line: number
  readonly outcome: Exclude<Outcome, 'irrelevant' | 'not-selected'>
  readonly because: string
}

/** What a record turned into. */
export interface Reading {
  readonly facts: readonly Fact[]
  readonly notes: readonly Note[]
  /** For a line or JSON record: its outcome, with the reason in words that `trace` shows. */
  readonly outcome: Exclude<Outcome, 'not-selected'>
  readonly because: string
  /** For a document: the lines that are not irrelevant. */
  readonly lines?: readonly LineOutcome[]
}

/** Reads whole configurations. */
export interface DocumentReader {
  /** How surely this is ours, 0 to 1, from the first 64 KiB; the highest of all dialects wins, below 0.3 nobody does. */
  recognise(sample: string): number
  /** Splits a file that holds several devices; returns the 1-based first line of each (`[1]` for one device). */
  split?(text: string): readonly number[]
  read(document: DocumentRecord, context: ReadContext): Reading
}

/** Who sent a line and when: enough for coverage, cheap enough for a sample of all lines. */
export interface Heard {
  readonly ref: Ref
  readonly at: Instant
  readonly leg: Leg
  readonly commands: boolean
}

/** Reads single lines of logs or accounting files. */
export interface LineReader {
  /** Lower-case ASCII words (3 bytes or more), one of which is in every line that can become a fact; matched without case. */
  readonly needles: readonly string[]
  /** Undefined when the line is not of this format: another dialect may claim it. */
  read(line: LineRecord, context: ReadContext): Reading | undefined
  /** Who sent this line and when, whatever it says; undefined when it is not of this format or says no time or sender. */
  hear(line: LineRecord, context: ReadContext): Heard | undefined
}

/** Reads single objects of a JSON audit trail. */
export interface JsonReader {
  readonly needles: readonly string[]
  read(record: JsonRecord, context: ReadContext): Reading | undefined
  hear(record: JsonRecord, context: ReadContext): Heard | undefined
  /** The record under the names its platform gives, where another system wrapped or renamed it; else as it is. Never throws. */
  asWritten?(value: JsonRecord['value']): JsonRecord['value']
}

/** Reads records of several lines, ended by an empty line (`detail` files). Needles select whole records. */
export interface BlockReader extends LineReader {
  /** How surely a file holds such records, 0 to 1, from its first 64 KiB; competes with documents. */
  recognise(sample: string): number
}

/** One command as somebody typed it, in order within one device, user, line and channel. */
export interface TypedCommand {
  readonly factId: string
  readonly text: string
  /** By trusted time; undefined where no record says when. */
  readonly at?: Instant | undefined
  /** Who typed it, where one run holds the commands of several: `netops-1`. */
  readonly by?: string | undefined
}

/** What a run of typed commands means. One change or signal for each command that has a meaning of its own. */
export interface Interpretation {
  readonly changes: readonly InterpretedChange[]
  readonly signals: readonly { readonly factId: string; readonly signal: SignalKind; readonly detail: string }[]
  /** Commands of a block whose head was not seen, so that nobody can say what they meant. */
  readonly unjoined: readonly string[]
}

/** What one command does to one session. */
export interface InterpretedChange {
  readonly factId: string
  readonly address: SessionAddress
  readonly name: string
  readonly edits: readonly MirrorEdit[]
  /** The command in full words: what the same command recorded elsewhere, however abbreviated, is compared with. */
  readonly canonical: string
  /** Further commands that made it so: the `set` whose effect came with the commit in `factId`. */
  readonly with?: readonly string[]
  /** When it took effect, where that was not when the command was typed: the end of `commit confirmed 5`. */
  readonly at?: Instant
  /** Typed into a candidate that was never committed, as far as is known: an attempt, not a change. */
  readonly uncommitted?: true
}

/** The platform's grammar of typed commands. */
export interface CommandGrammar {
  /** All accounts and terminals of a device edit one candidate, so their commands are read as one run. */
  readonly sharedCandidate?: true
  /**
   * Where the platform would print this command within its block (head 0, then upwards; a removal before everything). Orders
   * commands that were typed in one second and carry no counter; nothing else.
   */
  rank(command: string): number
  /** Reads commands in order, keeping the block they are in. */
  interpret(commands: readonly TypedCommand[]): Interpretation
}

/** One platform or record format: the one export, named `dialect`, of its folder's `index.ts`. */
export interface Dialect {
  /** Equals the folder's name. */
  readonly id: string
  /** Raised when the same bytes give other facts than before. */
  readonly version: number
  readonly title: string
  /** The platform its facts name, where that is not the dialect's id: `aws` for `aws-cloudtrail`. */
  readonly platform?: string
  /** What other tools call the platform (`ios`, `cisco_xe`). */
  readonly aliases: readonly string[]
  readonly document?: DocumentReader
  readonly line?: LineReader
  readonly block?: BlockReader
  readonly json?: JsonReader
  readonly commands?: CommandGrammar
  readonly playbook?: Playbook
  /** What its logs show, for rules in other people's languages. */
  readonly content?: DialectContent
  /** Removes secrets from text of this platform. Applied before anything is stored or shown. */
  redact(text: string): string
}
