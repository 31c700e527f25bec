/**
 * A real switch: Open vSwitch in a network namespace, with two hosts that talk to each other, and a collector in the network
 * that the switch reaches by its own address. Everything runs in user space and ends with the lab.
 */
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { call, interrupt, Namespaces } from './namespaces.ts'

/** By this address the switch sends what it wraps. */
export const SWITCH_ADDRESS = '198.51.100.254'
/** Where copies go. */
export const COLLECTOR_ADDRESS = '203.0.113.66'
/** The way to it. */
const GATEWAY_ADDRESS = '198.51.100.1'
/** What the two hosts are called inside. */
const HOSTS = { a: '192.0.2.1', b: '192.0.2.2' } as const
/** Ports on the loopback of the switch that its flow records are sent to. */
export const EXPORT_PORTS = { 'netflow-v5': 2055, 'sflow-v5': 6343, ipfix: 4739 } as const
const SCHEMA = '/usr/share/openvswitch/vswitch.ovsschema'
const SETTLE_MS = 300

/** The switch and what is around it. Close it in any case. */
export class Lab {
  readonly folder = mkdtempSync(join(tmpdir(), 'tapwarden-open-vswitch-'))
  readonly #namespaces = new Namespaces()

  constructor() {
    try {
      this.#cable()
      this.#startSwitch()
      this.#build()
    } catch (error) {
      this.close()
      throw error
    }
  }

  #cable(): void {
    for (const name of ['sw', 'a', 'b', 'mon']) this.#namespaces.add(name)
    for (const name of ['a', 'b', 'mon']) this.#namespaces.connect('sw', `tap-${name}`, name)
    for (const [name, address] of Object.entries(HOSTS))
      this.#namespaces.ip(name, 'addr', 'add', `${address}/24`, 'dev', 'eth0')
    this.#namespaces.ip('mon', 'addr', 'add', `${GATEWAY_ADDRESS}/24`, 'dev', 'eth0')
    this.#namespaces.ip('mon', 'addr', 'add', `${COLLECTOR_ADDRESS}/32`, 'dev', 'lo')
  }

  #startSwitch(): void {
    const database = join(this.folder, 'conf.db')
    call('ovsdb-tool', 'create', database, SCHEMA)
    this.#daemon('ovsdb-server', database, `--remote=punix:${this.#socket}`)
    this.vsctl('--no-wait', 'init')
    this.#daemon('ovs-vswitchd', `unix:${this.#socket}`, '--disable-system')
  }

  #daemon(program: string, ...words: readonly string[]): void {
    const own = ['pidfile', 'log-file', 'unixctl'].map(
      (option) => `--${option}=${join(this.folder, `${program}.${option}`)}`,
    )
    this.#namespaces.exec('sw', 'env', `OVS_RUNDIR=${this.folder}`, program, ...words, ...own, '--detach', '--no-chdir')
  }

  /** Hosts on one bridge, the way to the collector on another that has the switch's address. */
  #build(): void {
    this.vsctl('set', 'open', '.', 'external_ids:hostname=sw-1')
    for (const [bridge, ...ports] of [
      ['br0', 'tap-a', 'tap-b'],
      ['br-out', 'tap-mon'],
    ] as const) {
      this.vsctl('add-br', bridge, '--', 'set', 'bridge', bridge, 'datapath_type=netdev')
      for (const port of ports) this.vsctl('add-port', bridge, port)
    }
    this.#namespaces.ip('sw', 'addr', 'add', `${SWITCH_ADDRESS}/24`, 'dev', 'br-out')
    this.#namespaces.ip('sw', 'link', 'set', 'br-out', 'up')
    this.#namespaces.ip('sw', 'route', 'add', COLLECTOR_ADDRESS, 'via', GATEWAY_ADDRESS)
    // A tunnel waits for the hardware address of its next hop.
    this.#namespaces.exec('sw', 'ping', '-q', '-c', '1', COLLECTOR_ADDRESS)
  }

  get #socket(): string {
    return join(this.folder, 'db.sock')
  }

  /** A call of `ovs-vsctl`, as somebody on the host would make it. */
  vsctl(...words: readonly string[]): string {
    return this.#namespaces.exec('sw', 'ovs-vsctl', `--db=unix:${this.#socket}`, ...words)
  }

  /** The switch goes on treating flows that it knows as before a change, until it looks at them again. */
  purge(): void {
    call('ovs-appctl', '-t', join(this.folder, 'ovs-vswitchd.unixctl'), 'revalidator/purge')
  }

  /** Packets both ways between the hosts: two for each `count`. */
  async talk(count: number): Promise<void> {
    this.#namespaces.exec('a', 'ping', '-q', '-c', String(count), '-i', '0.05', HOSTS.b)
    await pause(SETTLE_MS)
  }

  /** Records packets into a file until the capture is interrupted. `at`: the collector, or the loopback of the switch. */
  async capture(at: 'collector' | 'switch', file: string, filter: string): Promise<ChildProcess> {
    const [name, port] = at === 'collector' ? ['mon', 'eth0'] : ['sw', 'lo']
    const words = ['tcpdump', '--immediate-mode', '-Z', 'root', '-U', '-i', port, '-w', file, filter]
    return await this.#namespaces.start(name, words, /listening on/)
  }

  /** Its configuration, as operators back it up. */
  backup(): string {
    return call('ovsdb-client', 'backup', `unix:${this.#socket}`)
  }

  /** Ends the switch and its surroundings, and deletes its files. */
  close(): void {
    this.#namespaces.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** Ends a capture; what was on its way is given a moment to arrive. */
export async function endCapture(capture: ChildProcess): Promise<void> {
  await pause(SETTLE_MS)
  await interrupt(capture)
}

/** How many packets of a file match. */
export function countPackets(file: string, filter = ''): number {
  return Number(
    /^(\d+) packets?$/m.exec(call('tcpdump', '--count', '-nr', file, ...(filter === '' ? [] : [filter])))?.[1],
  )
}
