/** Cuts evidence into units: whole configurations and repositories, single lines, audit records, tickets, records of several lines, packets. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { CapturedFrame } from '../../../src/flows/_testing/captures.ts'
import { packetsOf } from '../_shared/captures.ts'

/** One configuration with the folder that dates it. */
export interface ConfigurationUnit {
  /** `2026-11-13/edge-rtr-1.cfg`: the date is part of what the evidence says. */
  readonly datedName: string
  readonly text: string
}

/** Records that a delivery of their own kind holds under one name: `{ "Records": [ … ] }`. */
export interface RecordPile {
  readonly wrapper: string
  /** As JSON text. */
  readonly records: readonly string[]
}

/** What was seen on the wire. */
export interface FlowUnits {
  /** Packets, by the capture that they were in: those of one exporter. */
  readonly captures: readonly (readonly CapturedFrame[])[]
  /** Lines of JSON that a collector of flows wrote. */
  readonly records: readonly string[]
  /** Whole logs of sensors: their first lines say what the columns are. */
  readonly logs: readonly string[]
}

/** All evidence, cut small. */
export interface Units {
  readonly configurations: readonly ConfigurationUnit[]
  /** Paths of git bundles: a history is one unit, because its commits are one chain. */
  readonly repositories: readonly string[]
  /** Lines of logs and accounting alike. */
  readonly lines: readonly string[]
  /** Audit records of three clouds, and tickets, each with the wrapper they come in. */
  readonly piles: readonly RecordPile[]
  /** Records of several lines. */
  readonly blocks: readonly string[]
  readonly flows: FlowUnits
}

/** Reads `configs/`, bundles, `logs/`, `aaa/`, `cloud/`, `tickets/` and `flows/` of an estate, and files of records of several lines. */
export function cutEvidence(estate: string, blockFiles: readonly string[]): Units {
  return {
    configurations: filesBelow(join(estate, 'configs')).map((path) => ({
      datedName: relative(join(estate, 'configs'), path),
      text: readFileSync(path, 'utf8'),
    })),
    repositories: filesBelow(estate).filter((path) => path.endsWith('.bundle')),
    lines: [...filesBelow(join(estate, 'logs')), ...filesBelow(join(estate, 'aaa'))].flatMap(linesOf),
    piles: gatherPiles([...filesBelow(join(estate, 'cloud')), ...filesBelow(join(estate, 'tickets'))]),
    blocks: blockFiles.flatMap((path) =>
      readFileSync(path, 'utf8')
        .split(/\n\n+/)
        .filter((block) => block.trim() !== ''),
    ),
    flows: cutFlows(filesBelow(join(estate, 'flows'))),
  }
}

function cutFlows(paths: readonly string[]): FlowUnits {
  const ending = (end: string): readonly string[] => paths.filter((path) => path.endsWith(end))
  return {
    captures: ending('.pcap').map(packetsOf),
    records: ending('.jsonl').flatMap(linesOf),
    logs: ending('.log').map((path) => readFileSync(path, 'utf8')),
  }
}

/** How many units of each kind there are. */
export function countUnits({ configurations, repositories, lines, piles, blocks, flows }: Units) {
  return {
    configurations: configurations.length,
    repositories: repositories.length,
    lines: lines.length,
    records: piles.reduce((sum, { records }) => sum + records.length, 0),
    blocks: blocks.length,
    packets: flows.captures.flat().length,
    flowRecords: flows.records.length,
    flowLogs: flows.logs.length,
  }
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function linesOf(path: string): readonly string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
}

/** Records of files with the same wrapper are one pile, whatever file they were in. */
function gatherPiles(paths: readonly string[]): readonly RecordPile[] {
  const piles = Map.groupBy(paths.flatMap(recordsOf), ({ wrapper }) => wrapper)
  return [...piles].map(([wrapper, records]) => ({ wrapper, records: records.map(({ text }) => text) }))
}

function recordsOf(path: string): readonly { readonly wrapper: string; readonly text: string }[] {
  if (path.endsWith('.jsonl')) return linesOf(path).map((text) => ({ wrapper: '', text }))
  const parsed: Readonly<Record<string, readonly unknown[]>> = JSON.parse(readFileSync(path, 'utf8'))
  return Object.entries(parsed).flatMap(([wrapper, records]) =>
    records.map((record) => ({ wrapper, text: JSON.stringify(record) })),
  )
}
