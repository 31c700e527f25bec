/** Packets of captures that are no export: whose word they are, and what they cannot show. */

/** Described as formats are; packets are read by no format. */
export const capturedPackets = {
  id: 'packets',
  /** Raised when the same packets give other facts than before. */
  version: 1,
  title: 'Captured packets (pcap, pcapng)',
  observer: 'sensor',
  limits: [
    'A capture shows what passed the place where it was made, and nothing of other paths.',
    'Only packets of Ethernet, Linux cooked, loopback and raw IP captures are read; those of other links are counted.',
  ],
} as const
