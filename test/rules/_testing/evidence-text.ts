/** Writes evidence as devices, servers and clouds write it: just enough words for a test to be read. */

/** A running configuration that is all there. `config('edge-rtr-07', 'monitor session 1 source …')`. */
export function config(hostname: string, ...lines: readonly string[]): string {
  const body = ['version 17.9', 'service timestamps log datetime msec', `hostname ${hostname}`, ...lines, 'end']
  return `Building configuration...\n\nCurrent configuration : 4242 bytes\n!\n${body.join('\n')}\n`
}

/** Lines that send the command log to a collector: what makes its silence mean something. */
export const LOGS_COMMANDS = [
  'archive',
  ' log config',
  '  logging enable',
  '  notify syslog contenttype plaintext',
  'logging host 192.0.2.50',
] as const

/** An ERSPAN source session of one port. */
export function erspan(
  destination: string,
  options: { readonly id?: number; readonly source?: string; readonly erspanId?: number } = {},
): readonly string[] {
  const { id = 4, source = 'TenGigabitEthernet0/0/1 rx', erspanId = 101 } = options
  return [
    `monitor session ${id} type erspan-source`,
    ' no shutdown',
    ` source interface ${source}`,
    ' destination',
    `  erspan-id ${erspanId}`,
    `  ip address ${destination}`,
    '  origin ip address 192.0.2.7',
  ]
}

/** The same session as somebody types it. */
export const ERSPAN_COMMANDS = (destination: string, id = 4): readonly string[] => [
  `monitor session ${id} type erspan-source`,
  'source interface TenGigabitEthernet0/0/1 rx',
  'destination',
  'erspan-id 101',
  `ip address ${destination}`,
  'origin ip address 192.0.2.7',
  'exit',
  'no shutdown',
]

/** How a logged command travelled. */
export interface LoggedOptions {
  readonly host?: string
  readonly user?: string
  /** The device's own stamp where it differs from the relay's; `''` writes none. */
  readonly device?: string
  readonly sequence?: number
}

/** One logged command behind a relay's header: `2026-11-14T03:12:07Z edge-rtr-07 000042: Nov 14 2026 03:12:07.000 UTC: %PARSER-…`. */
export function logged(at: string, command: string, options: LoggedOptions = {}): string {
  const { user = 'netops-3' } = options
  return `${header(at, options)}%PARSER-5-CFGLOG_LOGGEDCMD: User:${user}  logged command:${command}`
}

/** One message that says nothing but that the log is alive. */
export function chatter(at: string, options: LoggedOptions = {}): string {
  return `${header(at, options)}%LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet1/0/9, changed state to up`
}

function header(at: string, { host = 'edge-rtr-07', device, sequence }: LoggedOptions): string {
  const count = sequence === undefined ? '' : `${String(sequence).padStart(6, '0')}: `
  const stamp = device ?? deviceStamp(at)
  return `${at} ${host} ${count}${stamp === '' ? '' : `${stamp}: `}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2026-11-14T03:12:07Z` → `Nov 14 2026 03:12:07.000 UTC`. */
export function deviceStamp(at: string): string {
  return `${MONTHS[Number(at.slice(5, 7)) - 1]} ${Number(at.slice(8, 10))} ${at.slice(0, 4)} ${at.slice(11, 19)}.000 UTC`
}

/** The instant some seconds later, as `logged` wants it. */
export function later(at: string, seconds: number): string {
  return `${new Date(Date.parse(at) + seconds * 1000).toISOString().slice(0, 19)}Z`
}

/** Commands typed one second apart, numbered. */
export function loggedRun(at: string, commands: readonly string[], options: LoggedOptions = {}): string {
  const { sequence = 100 } = options
  return lines(
    commands.map((command, index) => logged(later(at, index), command, { ...options, sequence: sequence + index })),
  )
}

export interface AccountedOptions {
  readonly device?: string
  readonly user?: string
  readonly port?: string
  readonly from?: string
  readonly task?: number
  /** The device's clock; the server's where absent, `''` for none. */
  readonly start?: string
}

/** One tac_plus-ng record: server's time, device, user, port, address, stop, attributes. */
export function accounted(at: string, command: string, options: AccountedOptions = {}): string {
  const {
    device = '192.0.2.7',
    user = 'netops-3',
    port = 'tty2',
    from = '203.0.113.9',
    task = 118,
    start = at,
  } = options
  const clock = start === '' ? [] : [`start_time=${Math.floor(Date.parse(start) / 1000)}`]
  const attributes = [
    `task_id=${task}`,
    'timezone=UTC',
    ...clock,
    'service=shell',
    'priv-lvl=15',
    `cmd=${command} <cr>`,
  ]
  return [at.replace('T', ' ').replace('Z', ' +0000'), device, user, port, from, 'stop', ...attributes].join('\t')
}

/** Commands accounted one second apart. */
export function accountedRun(at: string, commands: readonly string[], options: AccountedOptions = {}): string {
  const { task = 118, start } = options
  return lines(
    commands.map((command, index) =>
      accounted(later(at, index), command, {
        ...options,
        task: task + index,
        ...(start === undefined || start === '' ? {} : { start: later(start, index) }),
      }),
    ),
  )
}

/** What one CloudTrail record says. */
export interface TrailOptions {
  readonly account?: string
  readonly actor?: string
  readonly from?: string
  readonly region?: string
  readonly error?: string
  readonly eventId?: string
}

/** One CloudTrail record as EC2 writes it. */
export function trail(
  at: string,
  eventName: string,
  parts: { readonly request?: object; readonly response?: object } & TrailOptions,
): string {
  const {
    account = '111122223333',
    actor = 'mirror-operator',
    from = '203.0.113.9',
    region = 'eu-west-1',
    error,
  } = parts
  return JSON.stringify({
    eventVersion: '1.10',
    userIdentity: {
      type: 'AssumedRole',
      arn: `arn:aws:sts::${account}:assumed-role/${actor}/netops-1`,
      accountId: account,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          arn: `arn:aws:iam::${account}:role/${actor}`,
          accountId: account,
          userName: actor,
        },
      },
    },
    eventTime: at,
    eventSource: 'ec2.amazonaws.com',
    eventName,
    awsRegion: region,
    sourceIPAddress: from,
    userAgent: 'aws-cli/2.17.0',
    requestParameters: { [`${eventName}Request`]: parts.request ?? {} },
    responseElements: parts.response === undefined ? null : { [`${eventName}Response`]: parts.response },
    ...(error === undefined
      ? {}
      : { errorCode: error, errorMessage: 'You are not authorized to perform this operation.' }),
    eventID: parts.eventId ?? `${eventName}-${at}-${account}`,
    readOnly: false,
    eventType: 'AwsApiCall',
    recipientAccountId: account,
  })
}

/** A session created, with the ids the answer gives. */
export function createSession(
  at: string,
  ids: { readonly session: string; readonly target: string; readonly filter?: string; readonly source?: string },
  options: TrailOptions = {},
): string {
  const { session, target, filter = 'tmf-0a1b', source = 'eni-0a1b' } = ids
  const members = {
    networkInterfaceId: source,
    trafficMirrorTargetId: target,
    trafficMirrorFilterId: filter,
    sessionNumber: 1,
  }
  return trail(at, 'CreateTrafficMirrorSession', {
    ...options,
    request: {
      NetworkInterfaceId: source,
      TrafficMirrorTargetId: target,
      TrafficMirrorFilterId: filter,
      SessionNumber: 1,
    },
    response: {
      trafficMirrorSession: { trafficMirrorSessionId: session, ...members, ownerId: options.account ?? '111122223333' },
    },
  })
}

/** A target created in front of an interface. */
export function createTarget(
  at: string,
  target: string,
  options: TrailOptions & { readonly owner?: string } = {},
): string {
  const { owner = options.account ?? '111122223333' } = options
  return trail(at, 'CreateTrafficMirrorTarget', {
    ...options,
    request: { NetworkInterfaceId: 'eni-0c0c' },
    response: {
      trafficMirrorTarget: {
        trafficMirrorTargetId: target,
        networkInterfaceId: 'eni-0c0c',
        type: 'network-interface',
        ownerId: owner,
      },
    },
  })
}

/** One text of lines. */
export function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`
}
