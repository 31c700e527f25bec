/**
 * Words by which platforms of any vendor name a mirror, a capture or a tap. A line with one of them that no dialect
 * reads is counted and shown: a vendor that cannot be read yet must never look like a vendor without mirrors.
 */

/** Lower case; narrow enough that ordinary log lines do not hold them (`span` alone is in every `spanning-tree`). */
export const mirrorWords: readonly string[] = [
  'monitor session',
  'monitor capture',
  'monitor-session',
  'span session',
  'eth_span',
  'span-',
  'rspan',
  'erspan',
  'mirror',
  'analyzer',
  'observe-port',
  'observing-port',
  'flow-tap',
  'tzsp',
  'lawful-intercept',
  'packet-capture',
  'packetcapture',
  'tap aggregation',
  'sniffer',
]
