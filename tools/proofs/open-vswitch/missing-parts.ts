/** What a machine lacks for the lab. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PROGRAMS = [
  'ovs-vswitchd',
  'ovsdb-server',
  'ovsdb-tool',
  'ovsdb-client',
  'ovs-vsctl',
  'ovs-appctl',
  'tcpdump',
  'ip',
  'ping',
]

/** One clause for each thing that is missing; empty where the lab can be built. */
export function missingParts(): readonly string[] {
  const programs = PROGRAMS.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0)
  const missing = programs.map((program) => `${program} is not installed`)
  if (process.getuid?.() !== 0) return [...missing, 'not run as root']
  if (!existsSync('/dev/net/tun')) missing.push('/dev/net/tun is not there')
  if (programs.length === 0 && !canAddNamespace()) missing.push('network namespaces cannot be made')
  return missing
}

function canAddNamespace(): boolean {
  const name = `tw${process.pid}-probe`
  const added = spawnSync('ip', ['netns', 'add', name]).status === 0
  return added && spawnSync('ip', ['netns', 'del', name]).status === 0
}
