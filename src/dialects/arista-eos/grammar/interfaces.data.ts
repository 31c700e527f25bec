/** Types of interfaces of EOS and the names its Linux kernel has for them. Tables only. */

/** As `show running-config` prints them; any cut stands for the first that it begins. @source EOS configurations */
export const INTERFACE_TYPES: readonly string[] = [
  'Ethernet',
  'Port-Channel',
  'Management',
  'Loopback',
  'Vlan',
  'Vxlan',
  'Tunnel',
  'Recirc-Channel',
  'Switch',
  'Dps',
  'Fabric',
  'InternalRecirc',
  'UnconnectedEthernet',
]

/** @source EOS: front ports are `et1` or `et1_2` in the kernel, breakouts and modules are parted by `_` */
export const KERNEL_TYPES: readonly (readonly [kernel: string, type: string])[] = [
  ['et', 'Ethernet'],
  ['po', 'Port-Channel'],
  ['ma', 'Management'],
  ['lo', 'Loopback'],
  ['vlan', 'Vlan'],
  ['vx', 'Vxlan'],
  ['tu', 'Tunnel'],
]
