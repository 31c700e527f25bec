/** Damages datagrams and captures as hostile senders do: lengths and counts lie above all. */
import { below, type Random } from '../_shared/random.ts'

type Damage = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

/** No datagram is larger. */
const LARGEST_BYTES = 65_507

const DAMAGES: readonly Damage[] = [flip, lie, lie, cut, splice, repeat]

/** Numbers that lengths, counts, ids and versions trip over. */
const TELLING = [0, 1, 2, 3, 4, 5, 8, 9, 10, 255, 256, 257, 258, 300, 0x7fff, 0x8000, 0xffff]

/** One to three damages; `other` is a second seed to mix in. The input stays as it is. */
export function damage(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  let damaged = bytes
  for (let times = 1 + below(random, 3); times > 0; times -= 1)
    damaged = (DAMAGES[below(random, DAMAGES.length)] ?? flip)(damaged, random, other)
  return damaged.subarray(0, LARGEST_BYTES)
}

function flip(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = bytes.slice()
  for (let times = 1 + below(random, 8); times > 0 && copy.length > 0; times -= 1)
    copy[below(random, copy.length)] = below(random, 256)
  return copy
}

/** One or two 16-bit numbers that say something else. */
function lie(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Buffer.from(bytes)
  if (copy.length < 2) return copy
  for (let times = 1 + below(random, 2); times > 0; times -= 1)
    copy.writeUInt16BE(TELLING[below(random, TELLING.length)] ?? 0, below(random, copy.length >>> 1) * 2)
  return copy
}

function cut(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.subarray(0, below(random, bytes.length + 1))
}

function splice(bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  const at = below(random, bytes.length + 1)
  const from = below(random, other.length + 1)
  return Buffer.concat([bytes.subarray(0, at), other.subarray(from), bytes.subarray(at)])
}

function repeat(bytes: Uint8Array, random: Random): Uint8Array {
  const from = below(random, bytes.length + 1)
  const part = bytes.subarray(from, from + 4 + below(random, 60))
  return Buffer.concat([
    bytes.subarray(0, from),
    ...Array.from({ length: 1 + below(random, 20) }, () => part),
    bytes.subarray(from),
  ])
}
