/** Real meters and collectors on the loopback: softflowd makes datagrams of a capture, nfcapd and nfacctd take the very same ones. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type CapturedFrame, pcapOf } from '../../../src/flows/_testing/captures.ts'
import { datagramFrame } from '../../../src/flows/_testing/packets.ts'

/** What softflowd calls the versions; 10 is IPFIX. */
export type ExportVersion = 5 | 9 | 10

/** Where the outputs of one recording stand. */
export interface Recording {
  /** The datagrams as a capture. */
  readonly capture: string
  readonly nfcapdFolder: string
  readonly pmacctFile: string
  readonly datagrams: number
}

const run = promisify(execFile)
const LOOPBACK = '127.0.0.1'

/** Time for daemons to open their sockets, for the last datagram to arrive, and at most for pmacct to write down what it took. */
const STARTING_MS = 1500
const SETTLING_MS = 700
const MAX_WRITING_MS = 30_000

/** Exports the flows of a capture, and has both collectors write down what arrived. */
export async function recordExport(version: ExportVersion, capturePath: string, folder: string): Promise<Recording> {
  mkdirSync(join(folder, 'nfcapd'), { recursive: true })
  const socket = createSocket({ type: 'udp4', recvBufferSize: 4 * 1024 * 1024 })
  const ports = { nfcapd: await freePort(), nfacctd: await freePort() }
  const daemons = [startNfcapd(folder, ports.nfcapd), startNfacctd(folder, ports.nfacctd)]
  try {
    const datagrams = await meter(socket, version, capturePath)
    for (const [at, datagram] of datagrams.entries()) {
      for (const port of Object.values(ports)) socket.send(datagram, port, LOOPBACK)
      if (at % 5 === 4) await sleep(10)
    }
    await written(join(folder, 'pmacct.json'))
    const capture = join(folder, 'exports.pcap')
    writeFileSync(capture, pcapOf(datagrams.map(toFrame)))
    const [nfcapdFolder, pmacctFile] = [join(folder, 'nfcapd'), join(folder, 'pmacct.json')]
    return { capture, nfcapdFolder, pmacctFile, datagrams: datagrams.length }
  } finally {
    for (const daemon of daemons) await stop(daemon)
    socket.close()
  }
}

/** The datagrams that softflowd sends for a capture. */
async function meter(socket: Socket, version: ExportVersion, capturePath: string): Promise<readonly Buffer[]> {
  const datagrams: Buffer[] = []
  socket.on('message', (message) => datagrams.push(message))
  socket.bind(0, LOOPBACK)
  await once(socket, 'listening')
  await sleep(STARTING_MS)
  const target = `${LOOPBACK}:${socket.address().port}`
  await run('softflowd', ['-r', capturePath, '-n', target, '-v', String(version), '-d', '-m', '100000'])
  await sleep(SETTLING_MS)
  return datagrams
}

function toFrame(datagram: Buffer, at: number): CapturedFrame {
  const ends = { source: '192.0.2.7', destination: '198.51.100.20', destinationPort: 2055 }
  return { bytes: datagramFrame(datagram, ends), atMs: Date.parse('2026-11-14T04:00:00Z') + at }
}

function startNfcapd(folder: string, port: number): ChildProcess {
  const into = ['-w', join(folder, 'nfcapd'), '-t', '60', '-B', '4194304']
  return spawn('nfcapd', [...into, '-b', LOOPBACK, '-p', String(port)], { stdio: 'ignore' })
}

function startNfacctd(folder: string, port: number): ChildProcess {
  const settings = {
    daemonize: 'false',
    nfacctd_port: port,
    nfacctd_ip: LOOPBACK,
    nfacctd_time_new: 'true',
    plugins: 'print',
    aggregate: 'src_host, dst_host, src_port, dst_port, proto',
    print_output: 'json',
    print_refresh_time: 2,
    print_output_file: join(folder, 'pmacct.json'),
    print_output_file_append: 'true',
    print_cache_entries: 100_003,
    nfacctd_pipe_size: 4_194_304,
    plugin_pipe_size: 16_777_216,
    num_protos: 'true',
  }
  const configuration = join(folder, 'nfacctd.conf')
  writeFileSync(
    configuration,
    Object.entries(settings)
      .map(([name, value]) => `${name}: ${value}\n`)
      .join(''),
  )
  return spawn('nfacctd', ['-f', configuration], { stdio: 'ignore' })
}

/** Both write what they have when they are asked to stop. */
async function stop(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null) return
  const ended = once(daemon, 'exit')
  daemon.kill('SIGTERM')
  await Promise.race([ended, sleep(5000, undefined, { ref: false })])
  if (daemon.exitCode === null) daemon.kill('SIGKILL')
}

/** Until a file has come and grows no more for longer than pmacct waits between two writings. */
async function written(path: string): Promise<void> {
  let [size, since] = [0, performance.now()]
  for (const end = since + MAX_WRITING_MS; performance.now() < end; await sleep(250)) {
    const { size: now } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0 }
    if (now !== size) [size, since] = [now, performance.now()]
    if (size > 0 && performance.now() - since > 3000) return
  }
}

async function freePort(): Promise<number> {
  const socket = createSocket('udp4')
  socket.bind(0, LOOPBACK)
  await once(socket, 'listening')
  const { port } = socket.address()
  socket.close()
  return port
}
