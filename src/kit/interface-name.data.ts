/** Classes of network interfaces and the spellings that stand for them. A table only. */

/**
 * Display name of a class, and every short form that is not simply the start of it or that would otherwise be ambiguous.
 * The first class that a cut fits wins, so the commoner one stands first.
 *
 * @source netutils constants (interface base names) and the `show` output of IOS-XE
 */
export const INTERFACE_CLASSES: readonly (readonly [display: string, ...aliases: string[]])[] = [
  ['FastEthernet', 'f', 'fa', 'fas', 'fe'],
  ['GigabitEthernet', 'g', 'gi', 'gig', 'ge', 'gige'],
  ['TenGigabitEthernet', 't', 'te', 'ten', 'tengige', 'ten-gigabitethernet', 'xge', 'xgigabitethernet'],
  ['TwentyFiveGigE', 'twe', 'tf', 'twentyfivegigabitethernet', 'twenty-fivegige', 'twentyfivegigethernet', 'wge'],
  ['TwoGigabitEthernet', 'tw', 'two'],
  ['TwoHundredGigE', 'th', 'twohundredgigabitethernet'],
  ['FiveGigabitEthernet', 'fiv'],
  ['FortyGigabitEthernet', 'fo', 'fge', 'fortygige'],
  ['FiftyGigabitEthernet', 'fi', 'fif', 'fiftygige'],
  ['FourHundredGigE', 'fh', 'fou', 'fourhundredgigabitethernet'],
  ['HundredGigE', 'h', 'hu', 'hge', 'hundredgigabitethernet'],
  ['AppGigabitEthernet', 'ap'],
  ['Ethernet', 'e', 'et', 'eth', 'ethe'],
  ['Port-channel', 'po', 'portchannel'],
  ['Vlan', 'v', 'vl', 'vlan-interface', 'vlanif'],
  ['Tunnel', 'tu'],
  ['Loopback', 'l', 'lo'],
  ['Serial', 's', 'se'],
  ['BDI', 'bd'],
  ['BVI', 'bv'],
  ['Bundle-Ether', 'be'],
  ['Dot11Radio', 'do'],
  ['Cellular', 'ce'],
  ['Dialer', 'di'],
  ['Multilink', 'mu'],
  ['POS', 'pos'],
  ['ATM', 'at'],
  ['Virtual-Access', 'vi'],
  ['Virtual-Template', 'virtual-t'],
  ['VirtualPortGroup', 'virtualp'],
  ['Wlan-GigabitEthernet', 'wl'],
  ['nve', 'nv'],
  ['pseudowire', 'ps'],
  ['Management', 'm', 'ma', 'mg', 'mgmt'],
]
