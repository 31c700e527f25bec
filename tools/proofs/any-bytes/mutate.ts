/** Damages bytes in the ways that files, pipes and hostile senders do. */
import { below, type Random } from '../_shared/random.ts'

type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer

const MUTATIONS: readonly Mutation[] = [truncate, flip, insertNoise, cutOut, repeat, join, lengthenLine, nest, sprinkle]

/** One to three damages in a row; `other` is a second seed to mix in. At most about 2 MiB. */
export function mutate(bytes: Buffer, random: Random, other: Buffer): Buffer {
  let damaged = bytes
  for (let times = 1 + below(random, 3); times > 0; times -= 1) {
    damaged = (MUTATIONS[below(random, MUTATIONS.length)] ?? truncate)(damaged, random, other).subarray(
      0,
      2 * 1024 * 1024,
    )
  }
  return damaged
}

function truncate(bytes: Buffer, random: Random): Buffer {
  return bytes.subarray(0, below(random, bytes.length + 1))
}

function flip(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes)
  for (let times = 1 + below(random, 20); times > 0 && copy.length > 0; times -= 1)
    copy[below(random, copy.length)] = below(random, 256)
  return copy
}

function insertNoise(bytes: Buffer, random: Random): Buffer {
  const at = below(random, bytes.length + 1)
  const noise = Buffer.from(Array.from({ length: 1 + below(random, 200) }, () => below(random, 256)))
  return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)])
}

function cutOut(bytes: Buffer, random: Random): Buffer {
  const from = below(random, bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + below(random, bytes.length - from + 1))])
}

function repeat(bytes: Buffer, random: Random): Buffer {
  const from = below(random, bytes.length + 1)
  const part = bytes.subarray(from, from + 1 + below(random, 400))
  return Buffer.concat([
    bytes.subarray(0, from),
    ...Array.from({ length: 1 + below(random, 200) }, () => part),
    bytes.subarray(from),
  ])
}

function join(bytes: Buffer, random: Random, other: Buffer): Buffer {
  const at = below(random, bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), other, bytes.subarray(at)])
}

/** Line ends gone: what was a file of lines is one line. */
function lengthenLine(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  for (let at = copy.indexOf(10); at !== -1; at = copy.indexOf(10, at + 1)) copy[at] = 32
  return copy
}

function nest(bytes: Buffer, random: Random): Buffer {
  const depth = 1 + below(random, 5000)
  return Buffer.concat([Buffer.from('{"a":['.repeat(depth)), bytes])
}

/** Look-alikes, control characters, and the words that the grammars look for. */
function sprinkle(bytes: Buffer, random: Random): Buffer {
  const words = [
    '\u0000',
    '\r',
    '\u0003',
    '^C',
    'monitor session 1 ',
    '1-99999999',
    '"',
    '{',
    '}',
    '\\',
    '\ufeff',
    'ｍonitor',
    '%PARSER-5-CFGLOG_LOGGEDCMD: ',
    '<cr>',
    '\t',
    '9'.repeat(400),
  ]
  const at = below(random, bytes.length + 1)
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(words[below(random, words.length)] ?? ''),
    bytes.subarray(at),
  ])
}
