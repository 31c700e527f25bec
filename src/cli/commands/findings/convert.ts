/** `tapwarden convert`: other formats from the machine result of a scan, without the evidence. */
import { type Command, Option } from 'commander'
import { readReport } from '../../../app/answers/report/read-report.ts'
import { CONVERTED_FORMATS } from '../../../app/answers/report/render-report.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { checkOutput, type OutputFlags, putReport, withOutput } from '../../report-output.ts'

interface ConvertFlags extends OutputFlags {
  readonly to: string
}

/** Adds the command to the program. */
export function registerConvert(program: Command, host: CommandHost): void {
  withOutput(
    program
      .command('convert')
      .argument('<result>', 'what tapwarden scan --json printed, or - for standard input')
      .description('Make another format of the result of a scan: the same bytes as scan --format.')
      .addOption(new Option('--to <format>', 'what to make of it').choices(CONVERTED_FORMATS).makeOptionMandatory()),
  ).action(host.run((path: string, flags: ConvertFlags) => convert(path, flags, host)))
}

async function convert(path: string, flags: ConvertFlags, { terminal }: CommandHost): Promise<ExitStatus> {
  checkOutput(flags, flags.to)
  putReport(await readReport(path), flags.to, { ...flags, terminal })
  return EXIT.done
}
