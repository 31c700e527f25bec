/** Where records of a platform lie in other people's systems, and what each says: the half of detection content that a dialect knows. */
import type { RecordAct } from './record-act.ts'
import type { RecordCondition } from './record-condition.ts'

/** Tables of Microsoft Sentinel that content is written for. */
export type SentinelTable = 'AWSCloudTrail' | 'AzureActivity' | 'GCPAuditLogs' | 'Syslog' | 'CommonSecurityLog'

/** Dotted paths in which a record says who, whence, where and of what; absent where it does not. */
export interface SourceFields {
  readonly actor?: string
  /** Address of the actor. */
  readonly from?: string
  /** Account, project, subscription or device whose record it is. */
  readonly subject?: string
  readonly operation?: string
  readonly region?: string
  /** Where a record of a session names the target of the copy; whatever shape it has. */
  readonly targets?: readonly string[]
  readonly time: string
}

/** One log of a platform. */
export interface LogSource {
  /** `aws-cloudtrail`, `cisco-ios-syslog`: the dialect, and the channel where it has several. */
  readonly id: string
  readonly title: string
  /** `text`: one line is one record, with the one field `message`. */
  readonly form: 'json' | 'text'
  readonly fields: SourceFields
  readonly sigma: {
    readonly product: string
    readonly service?: string
    readonly category?: string
    /** What must be switched on for these records to exist. */
    readonly definition: string
    /** Our field → the name by which Sigma rules of this source call it, where that differs. */
    readonly fieldNames?: Readonly<Record<string, string>>
  }
  /** The tables its records land in, the usual one first; a reason where Sentinel has none. */
  readonly sentinel:
    | { readonly tables: readonly SentinelTable[]; readonly connectors: readonly string[] }
    | { readonly none: string }
  /**
   * Records carry typed commands: of one platform's grammar, or (`any`) of whatever device speaks to an accounting server. `before` is a
   * regular expression for what stands between the line's beginning and the command. `logged command:\s*(?:!exec:\s*)?`
   */
  readonly commands?: {
    readonly of: 'any' | string
    readonly before: string
    /** What a record says whose command was denied or failed; absent where none does. */
    readonly refused?: RecordCondition
  }
  /** Names of operations, so that a rule that asks for what does not exist or never happens can be told so. */
  readonly operations?: KnownOperations
  /** What these records never show, one sentence each. */
  readonly blindSpots: readonly string[]
}

/** The operations around mirroring that a cloud knows. */
export interface KnownOperations {
  /** The field that names them: `eventName`. */
  readonly field: string
  /** A value that matches (without case) claims to be one of these: `TrafficMirror`. */
  readonly like: string
  readonly writes: readonly string[]
  readonly reads: readonly string[]
  /** Names that are in circulation and do not exist, with the reason. */
  readonly invented: readonly { readonly name: string; readonly because: string }[]
}

/** A kind of record that shows an act. */
export interface RecordSignature {
  /** Id of a {@link LogSource} of the same dialect. */
  readonly source: string
  readonly acts: readonly RecordAct[]
  readonly when: RecordCondition
  /** What it cannot tell apart or see, one clause: `whether the target belongs to another account`. */
  readonly cannotTell?: readonly string[]
}

/** A typed command that shows an act, wherever it is logged: by the device or by an accounting server. */
export interface CommandSignature {
  readonly acts: readonly RecordAct[]
  /** A regular expression from the command's first letter on, abbreviations included; see {@link RecordCondition} for what it may use. */
  readonly command: string
  readonly cannotTell?: readonly string[]
}

/** A record as it is written, and what it shows. The truth is what the dialect reads; a test holds the two together. */
export interface RecordExample {
  readonly name: string
  readonly source: string
  /** JSON of one record, or one line. */
  readonly text: string
  /** Empty: a benign record that rules must not take for one. */
  readonly acts: readonly RecordAct[]
  /** Several records of one set-up share this word; alerts are counted by it. */
  readonly setup?: string
}
