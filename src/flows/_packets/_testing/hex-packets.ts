/** Packets that are written down in hexadecimal, with words beside them. */

/** One of them; its link type is Ethernet unless said otherwise. */
export interface WrittenPacket {
  readonly title: string
  readonly linkType: number
  readonly bytes: Uint8Array
}

/** `== a title | link 101`, then lines of hexadecimal up to the next title. What follows `#` is for people. */
export function packetsOf(text: string): readonly WrittenPacket[] {
  return text
    .split(/^== /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.split('\n')
      const [title = '', link = '1'] = head.split(' | link ')
      const digits = lines.map((line) => line.replace(/#.*/, '')).join('')
      return { title, linkType: Number(link), bytes: new Uint8Array(Buffer.from(digits.replace(/\s/g, ''), 'hex')) }
    })
}
