/** What is compared: programs that read the same datagrams, and say what they found in them. */
import type { DatagramSet } from './datagrams.ts'

/** What one pass over a set came to. */
export interface Found {
  readonly records: number
  /** Records that the watch rules keep, for those who ask them. */
  readonly kept?: number
  /** Octets that left all ports, for those who sum them. */
  readonly octetsOut?: number
}

/** One of them. */
export interface Contender {
  readonly name: string
  /** Whether it reads this format. */
  reads(kind: DatagramSet['kind']): boolean
  /** Reads all datagrams, as if for the first time; what is returned says what was found, and is not measured. */
  pass(set: DatagramSet): () => Found
  /** When it is not there: why. */
  readonly missing?: string
}
