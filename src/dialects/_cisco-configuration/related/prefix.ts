/** Addresses with their networks, as configurations write them. */

/**
 * The address of an interface with its prefix: `ip address 192.0.2.1 255.255.255.0` and `ip address 192.0.2.1/24` →
 * `192.0.2.1/24`; undefined for other commands.
 */
export function addressWithPrefix(text: string): string | undefined {
  const [, ipv4, mask, length] =
    /^ip address (\d{1,3}(?:\.\d{1,3}){3})(?: (\d{1,3}(?:\.\d{1,3}){3})|\/(\d{1,2}))/i.exec(text) ?? []
  if (ipv4 !== undefined) return `${ipv4}/${length ?? prefixLength(mask ?? '')}`
  return /^ipv6 address ([\da-f:]{2,39}\/\d{1,3})/i.exec(text)?.[1]?.toLowerCase()
}

/** `255.255.255.0` → 24: the bits that are set. */
export function prefixLength(mask: string): number {
  const bits = mask.split('.').map((part) => Number(part).toString(2).replaceAll('0', '').length)
  return bits.reduce((sum, count) => sum + count, 0)
}
