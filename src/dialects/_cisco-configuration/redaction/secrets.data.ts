/** Where configurations written in Cisco's way keep secrets: for each, what stands before it. Tables only. */

/** From the first group's end to the end of the line everything is secret: passwords may hold blanks. */
export const SECRET_TO_LINE_END: readonly RegExp[] = [
  /\b((?:password|secret|passwd)\s+(?!encryption|configuration|policy|strength-check)(?:(?:level\s+\d{1,2}\s+)?\d{1,2}\s+)?)\S.*$/i,
  /\b(key-string\s+)\S.*$/i,
  /\b(pre-shared-key\s+(?:(?:local|remote|address\s+\S+\s+key|hostname\s+\S+\s+key)\s+)?)\S.*$/i,
  /\b((?:tacacs-server|radius-server|server-private|radius server|tacacs server)\b.{0,200}?\bkey\s+)\S.*$/i,
  /^(\s*(?:server-key|pac key|client\s+\S+\s+server-key)\s+)\S.*$/i,
  /^(\s*key\s+(?:[035678]\s+)?)(?!chain\b|config-key\b|\d+\s*$)\S.*$/i,
  /\b(key config-key\s+\S+\s+)\S.*$/i,
  /\b(wpa-psk\s+(?:ascii|hex)\s+)\S.*$/i,
  /\b(set-key\s+(?:ascii|hex)\s+)\S.*$/i,
  /\b(passphrase\s+)\S.*$/i,
]

/** One word after the first group is secret. */
export const SECRET_WORD: readonly RegExp[] = [
  /\b(snmp-server\s+community\s+(?:[035678]\s+)?)\S+/gi,
  /\b(snmp-server\s+host\s+\S+\s+(?:vrf\s+\S+\s+)?(?:(?:traps|informs)\s+)?(?:version\s+(?:1|2c|3\s+(?:auth|noauth|priv))\s+)?)\S+/gi,
  /\b(auth\s+(?:md5|sha\S*)\s+)\S+/gi,
  /\b(priv\s+(?:des|3des|aes(?:-\d+)?(?:\s+\d+)?)\s+)\S+/gi,
  /\b(priv\s+)0x\S+/gi,
  /\b(crypto\s+isakmp\s+key\s+(?:[06]\s+)?)\S+/gi,
  /\b(ntp\s+authentication-key\s+\d+\s+\S+\s+)\S+/gi,
  /\b(message-digest-key\s+\d+\s+\S+\s+(?:[035678]\s+)?)\S+/gi,
  /\b(authentication-key\s+(?:\d+\s+\S+\s+)?(?:[035678]\s+)?)\S+/gi,
  /\b(authentication\s+(?:text\s+|md5\s+key-string\s+)(?:[035678]\s+)?)\S+/gi,
  /\b(nhrp\s+authentication\s+)\S+/gi,
  /\b((?:standby|vrrp|glbp)\s+\d+\s+authentication\s+)(?!md5\b|text\b)\S+/gi,
  /\b((?:area-password|domain-password|shared-secret)\s+)\S+/gi,
  /\b((?:authentication|encryption)\s+ipsec\s+spi\s+\d+\s+\S+\s+(?:\d+\s+)?(?:[07]\s+)?)[0-9a-f]{16,}/gi,
  /\b(key\s+[035678]\s+)\S+/gi,
]

/** Secrets that show what they are wherever they stand. */
export const SECRET_SHAPE: readonly (readonly [shape: RegExp, kept: string])[] = [
  [/\$(?:1|5|6|8|9|14)\$[./A-Za-z0-9$=]{4,256}/g, ''],
  [/\b([a-z][a-z0-9+.-]{1,15}:\/\/[^\s:@/]{1,128}:)[^\s@/]{1,256}@/gi, '$1'],
]
