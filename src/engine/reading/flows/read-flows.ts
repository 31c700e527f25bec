/** Reads captures, export datagrams and files of flow tools: hands bytes or records to the flow run, and accounts for them. */
import type { FlowKind, FlowReading } from '../../../flows/contract.ts'
import type { InputReading } from '../input-reading.ts'
import { splitJson } from '../json/read-json.ts'
import { scanLines } from '../lines/scan-lines.ts'
import { accountFor } from './account.ts'
import { FlowLines } from './flow-lines.ts'
import { FlowObjects } from './flow-objects.ts'

/** Reads an input to its end. What the format of a file does not know is offered to dialects: exports mix records of several kinds. */
export async function readFlows(reading: InputReading, kind: FlowKind): Promise<void> {
  const { report, tools } = reading
  const flow = tools.flows?.open(kind, report.path)
  if (flow === undefined) return
  const deliver = async (): Promise<void> => {
    report.deliver(flow.takeFacts())
    await reading.deliver()
  }
  const readElsewhere = await readAs(kind.framing, { ...reading, deliver }, flow)
  accountFor(report, flow.end(), { kind: kind.id, readElsewhere })
  report.claimed(kind.id, report.counted - readElsewhere)
}

/** How many records dialects took. */
async function readAs(framing: FlowKind['framing'], reading: InputReading, flow: FlowReading): Promise<number> {
  if (framing === 'bytes') return readBytes(reading, flow)
  return framing === 'lines' ? readLines(reading, flow) : readObjects(reading, flow)
}

async function readBytes({ feed, window, deliver, tracer }: InputReading, flow: FlowReading): Promise<number> {
  tracer?.say('outcome', 'captures and export datagrams have no lines to follow')
  let { filled } = window
  while (filled > 0) {
    flow.push(window.bytes.subarray(0, filled))
    await deliver()
    filled = await feed.read(window.bytes)
  }
  return 0
}

async function readLines(reading: InputReading, flow: FlowReading): Promise<number> {
  const lines = new FlowLines(reading, flow)
  await scanLines(reading.feed, reading.window, {
    scanner: reading.tools.lineScanner,
    every: true,
    visit: (line) => lines.visit(line),
    afterWindow: reading.deliver,
  })
  return lines.readElsewhere
}

async function readObjects(reading: InputReading, flow: FlowReading): Promise<number> {
  const objects = new FlowObjects(reading, flow)
  await splitJson(reading, objects)
  return objects.readElsewhere
}
