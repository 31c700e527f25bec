/** Whether a RADIUS record is about somebody who logs in to the device itself, not about an end system that it lets in. */
import { COMMAND_ATTRIBUTES, type CommandAttribute } from './radius-commands.data.ts'

/** The first value of an attribute, by its name. */
export type RadiusValues = (name: string) => string | undefined

/** @source RFC 2865, section 5.6: Login, Administrative, NAS Prompt, and the last two called back */
const SERVICE = /^(?:callback[- ])?(?:login|administrative|nas[- ]prompt)(?:[- ]user)?$/i

/** Terminals: `tty2`, `vty 0`, `con0`, `ssh`. */
const TERMINAL = /^(?:tty|vty|con|ssh|telnet|aux|cli)(?![a-z]{3})/i

/** By the service it asks for, or by the terminal that it comes from. */
export function isDeviceLogin(value: RadiusValues): boolean {
  const service = value('Service-Type')
  if (service !== undefined) return SERVICE.test(service)
  const port = value('NAS-Port-Id') ?? ''
  return TERMINAL.test(port) && !/^(?:ethernet|wireless)/i.test(value('NAS-Port-Type') ?? '')
}

/** The account that Cisco devices ask about for `enable 15`. @source Cisco IOS Security Configuration Guide, "Configuring RADIUS" */
export function isEnableAccount(account: string | undefined): boolean {
  return /^\$enab\d{1,2}\$$/.test(account ?? '')
}

/** The attribute that carries a typed command, by its name. */
export function commandAttribute(name: string): CommandAttribute | undefined {
  const written = name.toLowerCase()
  return COMMAND_ATTRIBUTES.find((known) => known.name.toLowerCase() === written)
}
