/** `tapwarden tune show`: the knobs and their values. */
import type { Command } from 'commander'
import { type Knob, showTuning } from '../../../app/answers/inventory/show-tuning.ts'
import { EXIT, type ExitStatus } from '../../exit-status.ts'
import type { CommandHost } from '../../host.ts'
import { jsonText } from '../../printable.ts'
import { renderTable } from '../../render/table.ts'

interface TuneFlags {
  readonly inventory?: string
  readonly json?: boolean
}

/** Adds the command below `tune`, which another module may have added already. */
export function registerTuneShow(program: Command, host: CommandHost): void {
  const tune = program.commands.find((command) => command.name() === 'tune') ?? program.command('tune')
  tune
    .description("The knobs of the analytics, by ATT&CK's own names.")
    .command('show')
    .description('Show the six knobs of AN1132 and AN1131 with their values and the detections that listen to them.')
    .option('-i, --inventory <folder>', 'whose tuning; the defaults where none is given')
    .option('--json', 'machine output')
    .action(host.run(async (flags: TuneFlags) => show(flags, host)))
}

function show({ inventory, json }: TuneFlags, { terminal }: CommandHost): ExitStatus {
  const knobs = showTuning(inventory)
  const rows = knobs.map((knob) => [
    knob.name,
    knob.analytic,
    `${sayValue(knob)}${knob.set ? '' : ' (default)'}`,
    knob.detections.join(', ') || 'none',
  ])
  terminal.out(
    json === true
      ? jsonText({ knobs })
      : renderTable(['KNOB', 'OF', 'VALUE', 'DETECTIONS THAT LISTEN'], rows, terminal.widthColumns).join('\n'),
  )
  return EXIT.done
}

function sayValue({ name, value }: Knob): string {
  if (value === null) return 'not set'
  return typeof value === 'number' ? `${value}${name === 'TimeWindow' ? ' s' : ''}` : value.join(', ')
}
