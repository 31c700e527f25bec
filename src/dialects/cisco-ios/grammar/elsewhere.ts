/** Commands that are about no mirror by themselves: they may open a block, close one, or decide where a copy travels. */
import { parseIntegerRanges } from '../../../kit/integer-ranges.ts'
import { expandInterfaceList } from '../../../kit/interface-name.ts'
import { abbreviates, matchKeyword } from '../../../kit/keyword.ts'
import { NOTHING, type Step } from '../../_cisco-configuration/commands/step.ts'
import { opensMode } from '../../_commands/mirror-words.ts'
import { readRelatedCommand } from './acts/related-commands.ts'
import { readRemoteSpan } from './inside.ts'
import type { RunLine } from './memory.ts'
import { type Mode, TOP } from './mode.ts'
import { openedScript } from './scripts/open-script.ts'
import type { Stepped } from './step.ts'

/** Reads what no block and no mirror command took. */
export function readElsewhere(line: RunLine, mode: Mode): Stepped {
  const stepped = readMode(line, mode)
  return { ...stepped, step: { ...readRelatedCommand(line, mode), ...stepped.step } }
}

function readMode({ verb, words }: RunLine, mode: Mode): Stepped {
  if (/^(?:exi|exit|en|end|qui|quit)$/i.test(words[0] ?? '')) return { step: NOTHING, mode: TOP }
  if (verb !== 'set') return { step: readVlanRemoval(words), mode: mode.in === 'session' ? TOP : mode }
  const opened = openedMode(words)
  const unmodelled = readUnmodelled(words)
  if (unmodelled !== undefined || opened !== undefined) return { step: unmodelled ?? NOTHING, mode: opened ?? TOP }
  if (mode.in !== 'top' && mode.in !== 'session') return { step: NOTHING, mode }
  return { step: isBlockCommand(words) ? { unjoined: true } : NOTHING, mode: TOP }
}

/** Spellings of other systems, which never make a mirror on IOS. */
export function readUnmodelled(words: readonly string[]): Step | undefined {
  const text = words.slice(0, 3).join(' ').toLowerCase()
  if (text.startsWith('monitor-session'))
    return { problem: 'monitor-session is the IOS-XR spelling: not an IOS session' }
  return /^set r?span /.test(text) ? { problem: 'set span is the CatOS spelling: not an IOS session' } : undefined
}

/** Commands that exist in a block about mirrors alone; `shutdown` or `description` could be anybody's. */
function isBlockCommand(words: readonly string[]): boolean {
  return isSessionCommand(words) || isCopyCommand(words.join(' '))
}

function isSessionCommand([first = '', second, third, ...more]: readonly string[]): boolean {
  if (first.length < 2) return false
  const command = matchKeyword(first, ['source', 'destination', 'erspan-id', 'origin', 'ip', 'header-type'])
  if (command === 'source') return matchKeyword(second, ['interface', 'vlan', 'cpu', 'remote']) !== undefined
  if (command === 'destination')
    return second === undefined || matchKeyword(second, ['interface', 'remote']) !== undefined
  if (command === 'ip')
    return matchKeyword(second, ['address']) !== undefined && more.length === 0 && /^\d[\d.]*$/.test(third ?? '')
  return command === 'erspan-id' || (command === 'origin' && matchKeyword(second, ['ip', 'ipv6']) !== undefined)
}

/** Lines of an interface, a profile, an access map and a script of which the head was not seen. */
function isCopyCommand(text: string): boolean {
  return (
    /^(?:ip traffic-export apply|switchport capture|action forward capture|bidirectional$)/i.test(text) ||
    /^action \S{1,32} cli \w{1,7} "?(?:no )?mon\w{0,4} [sc]/i.test(text)
  )
}

function readVlanRemoval(words: readonly string[]): Step {
  if (matchKeyword(words[0], ['vlan']) === undefined || (words[0] ?? '').length < 2) return NOTHING
  return readRemoteSpan('no', parseIntegerRanges(words.slice(1).join(' ')).values)
}

function openedMode(words: readonly string[]): Mode | undefined {
  const [first = '', ...rest] = words
  if (first.length > 1 && matchKeyword(first, ['vlan'])) {
    // `vlan 396 name users` opens the VLAN as `vlan 396` does; `vlan dot1q` does not.
    const list = rest.join(' ').replace(/ name .*$/, '')
    const { values } = parseIntegerRanges(list)
    return values.length === 0 ? { in: 'other' } : { in: 'vlan', vlans: values }
  }
  const script = openedScript(words)
  if (script !== undefined) return { in: 'script', script }
  if (abbreviates(first, 'interface', 2)) {
    const list = matchKeyword(rest[0], ['range']) === undefined ? rest : rest.slice(1)
    const { names } = expandInterfaceList(list.join(' '))
    return names.length === 0 ? { in: 'other' } : { in: 'interface', ports: names }
  }
  return opensMode(words) ? { in: 'other' } : undefined
}
