/** Ports that say what a flow is: services spoken in clear text, and ports at which services listen. */

/**
 * What gives secrets or management away to whoever reads a copy: FTP, Telnet, SMTP, TACACS+, DNS, HTTP, POP3, IMAP, LDAP,
 * rlogin, rsh, SIP, VNC, TFTP, SNMP, syslog, RADIUS.
 *
 * @source IANA Service Name and Transport Protocol Port Number Registry
 */
export const CLEAR_TEXT_SERVICES: ReadonlySet<string> = new Set([
  'tcp/21',
  'tcp/23',
  'tcp/25',
  'tcp/49',
  'tcp/53',
  'tcp/80',
  'tcp/110',
  'tcp/143',
  'tcp/389',
  'tcp/513',
  'tcp/514',
  'tcp/5060',
  'tcp/5900',
  'tcp/8080',
  'udp/53',
  'udp/69',
  'udp/161',
  'udp/162',
  'udp/514',
  'udp/1645',
  'udp/1646',
  'udp/1812',
  'udp/1813',
  'udp/5060',
])

/** Ports that MITRE names as context for copied traffic, and where flow collectors usually listen. @source ATT&CK AN1132, MirrorDestinationPort */
export const CONTEXT_PORTS: readonly number[] = [4443, 8443, 2055]

/** Below this a port is a system port. @source RFC 6335, section 6 */
export const FIRST_USER_PORT = 1024
