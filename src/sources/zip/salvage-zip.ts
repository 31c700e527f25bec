/** Reads a zip archive without its directory, which stands at the end: what a download that broke off left. */
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { inNameOrder, isVersionControl, memberPath, spooledInput } from '../_unpacking/member.ts'
import { Spool } from '../_unpacking/spool.ts'
import { type Input, InputError, type InputFailure } from '../contract.ts'

/** Members are inflated all at once here, so that they have a bound of their own. */
const MAX_SALVAGED_BYTES = 1024 * 1024 * 1024

/** A member as far as it could be inflated. */
interface Salvaged {
  readonly name: string
  readonly from: number
  length: number
  isWhole: boolean
}

/** What to name the archive, whom to tell, and why it ended, where that is known. */
export interface SalvageOptions {
  readonly path: string
  readonly report: (failure: InputFailure) => void
  readonly failure?: InputFailure | undefined
}

/** Gives every member in front of the cut or damage, the last one cut as well, and reports that the rest is missing. */
export async function* salvageZip(archive: Spool, { path, report, failure }: SalvageOptions): AsyncIterable<Input> {
  const inflated = new Spool(path)
  try {
    const members = await inflateAll(archive, inflated)
    for (const { name, isWhole, ...extent } of inNameOrder(members)) {
      const shown = memberPath(path, name)
      yield spooledInput(inflated, { ...extent, path: shown, failure: isWhole ? undefined : cutOff(shown) })
    }
    report(failure ?? cutOff(path))
  } finally {
    inflated.close()
  }
}

function cutOff(path: string): InputFailure {
  return { path, code: 'TW_INPUT_CUT_OFF', message: `${path}: the zip archive ends before its end, or is damaged` }
}

async function inflateAll(archive: Spool, into: Spool): Promise<readonly Salvaged[]> {
  const members: Salvaged[] = []
  const unzip = new Unzip((file) => startMember(file, members, into))
  unzip.register(UnzipInflate)
  try {
    for await (const chunk of archive.chunks({ from: 0, length: archive.size })) {
      for (let at = 0; at < chunk.length && into.size < MAX_SALVAGED_BYTES; at += 4096)
        unzip.push(chunk.slice(at, at + 4096))
    }
  } catch (cause) {
    if (cause instanceof InputError) throw cause
    // Whatever cannot be inflated ends the salvage; what came before it is kept.
  }
  return members
}

function startMember(file: UnzipFile, members: Salvaged[], into: Spool): void {
  if (file.name.endsWith('/') || isVersionControl(file.name)) return
  const member: Salvaged = { name: file.name, from: into.size, length: 0, isWhole: false }
  members.push(member)
  file.ondata = (fault, bytes, final) => {
    if (fault !== null) throw fault
    into.append(bytes)
    member.length += bytes.length
    member.isWhole = final
  }
  file.start()
}
