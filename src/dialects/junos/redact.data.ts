/** Where Junos keeps secrets: for each, what stands before it. Tables only. */

/** A value in quotes or one word after the first group is secret, in both forms and in typed commands. */
export const SECRET_VALUE: readonly RegExp[] = [
  /\b(authentication-key\s+\d{1,5}\s+(?:type\s+\S{1,16}\s+)?value\s+)("(?:[^"\\]|\\.){0,256}"?|[^\s;"]+)/gi,
  /\b((?:encrypted-password|plain-text-password-value|plain-text-password|ssh-(?:rsa|dsa|ecdsa|ed25519)|simple-password|(?<!authentication-order )password|passwd|passphrase)\s+)(?!format\b|minimum|maximum|change-type|\])("(?:[^"\\]|\\.){0,2048}"?|[^\s;"]+)/gi,
  /\b((?:secret|shared-secret|pre-shared-key\s+(?:ascii-text|hexadecimal)|ascii-text|hexadecimal|authentication-key(?!\s+\d{1,5}\s+(?:type|value))|authentication-password|privacy-password|privacy-key|md5-key|chap-secret|pap-password|local-password|tcp-authentication-key|key-string|wpa-password|psk)\s+)("(?:[^"\\]|\\.){0,2048}"?|[^\s;"]+)/gi,
  /\b(snmp\s+(?:v3\s+snmp-community\s+\S{1,128}\s+)?community(?:-name)?\s+)("(?:[^"\\]|\\.){0,256}"?|[^\s;"\]]+)/gi,
  /\b(community-name\s+)("(?:[^"\\]|\\.){0,256}"?|[^\s;"]+)/gi,
  /\b(md5\s+\d{1,5}\s+key\s+)("(?:[^"\\]|\\.){0,256}"?|[^\s;"]+)/gi,
  /^(\s{0,64}key\s+)("(?:[^"\\]|\\.){0,2048}"?|\$9\$\S+)/gi,
  /\b(trap-group\s+)("(?:[^"\\]|\\.){0,256}"?|[^\s;"{]+)/gi,
]

/**
 * What other platforms write, as it may stand in what was typed or logged: `password 7 word`, `key 7 word`. Keys of a Junos key chain
 * have a number, too, and then a statement of their own.
 */
export const FOREIGN_SECRET: readonly RegExp[] = [
  /\b((?:password|passwd|secret|key-string)\s+\d{1,2}\s+)([^\s;"]+)/gi,
  /(?<![\w-])(key\s+\d{1,2}\s+)(?!(?:secret|start-time|algorithm|options|key-name)\b|\{)([^\s;"]+)/gi,
  /\b((?:isakmp\s+key|pre-shared-key(?:\s+(?:local|remote))?|snmp-server\s+community)\s+)(?!ascii-text\b|hexadecimal\b|local\b|remote\b|\{)([^\s;"]+)/gi,
]

/** In the curly form a community is a block below `snmp`; the indentation is that of the block. @source Junos `snmp { community NAME { … } }` */
export const COMMUNITY_BLOCK = /^(\s{4}community\s+)("[^"]{0,256}"|[^\s;{"[]+)(?=\s*[{;])/

/** From the first group's end to the end of the line everything is secret: whom a lawful-intercept service serves. */
export const SECRET_TO_LINE_END: readonly RegExp[] = [
  /\b((?:flow-tap|radius-flow-tap|dynamic-flow-capture|mobile-flow-tap)\s+(?!\{)(?!\s{0,8}$)).+$/i,
]

/** Secrets that show what they are wherever they stand; the group before is kept. */
export const SECRET_SHAPE: readonly (readonly [shape: RegExp, kept: string])[] = [
  [/\$(?:1|5|6|8|9|sha1|2[aby])\$[./A-Za-z0-9$=+-]{4,512}/g, ''],
  [/\b([a-z][a-z0-9+.-]{1,15}:\/\/[^\s:@/"]{1,128}:)[^\s@/"]{1,256}@/gi, '$1'],
  [/-----BEGIN [A-Z ]{1,64}-----[^"]{0,65536}/g, ''],
]

/** What Junos writes behind every line that holds a secret, the last word of its statement. @source Junos `show configuration` */
export const SECRET_MARK = /;\s{0,8}##\s{0,8}SECRET-DATA/
