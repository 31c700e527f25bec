/** Ways to break a rule that people know: each makes a text that a check must not let pass. */

/** One way. `undefined` where a rule has nothing of the kind. */
export interface Mutation {
  readonly name: string
  readonly of: 'sentinel' | 'sigma'
  mutate(text: string): string | undefined
}

/** Columns that queries rest on, by table. */
const COLUMNS = ['EventName', 'OperationNameValue', 'MethodName', 'SyslogMessage', 'Message']

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'a column renamed',
    of: 'sentinel',
    mutate: (text) =>
      COLUMNS.map((column) => replaced(text, new RegExp(`\\b${column}\\b`, 'g'), `${column}s`)).find(Boolean),
  },
  {
    name: 'a column that holds nothing',
    of: 'sentinel',
    mutate: (text) => replaced(text, /\bOperationNameValue\b/g, 'OperationName'),
  },
  {
    name: 'the wrong table',
    of: 'sentinel',
    mutate: (text) =>
      replaced(text, /\bAWSCloudTrail\b(?=\s*\n)/g, 'AzureActivity') ??
      replaced(text, /\b(?:AzureActivity|GCPAuditLogs|Syslog|CommonSecurityLog)\b(?=\s*\n)/g, 'AWSCloudTrail'),
  },
  {
    name: 'reads included',
    of: 'sentinel',
    mutate: (text) =>
      replaced(text, '"CreateTrafficMirrorSession"', '"CreateTrafficMirrorSession", "DescribeTrafficMirrorSessions"'),
  },
  {
    name: 'refused calls taken for done ones',
    of: 'sentinel',
    mutate: (text) => replaced(text, /isnotempty\((?:ErrorCode|ErrorMessage)\)/g, 'false'),
  },
  {
    name: 'a field renamed',
    of: 'sigma',
    mutate: (text) =>
      replaced(text, /^ {8}(eventName|operationName|gcp\.audit\.method_name)(?=[:|])/gm, '        another$1'),
  },
  {
    name: 'the wrong log',
    of: 'sigma',
    mutate: (text) => replaced(text, /^ {4}product: .*$/m, '    product: windows'),
  },
  {
    name: 'reads included',
    of: 'sigma',
    mutate: (text) =>
      replaced(
        text,
        "- 'CreateTrafficMirrorSession'",
        "- 'CreateTrafficMirrorSession'\n            - 'DescribeTrafficMirror*'",
      ),
  },
  {
    name: 'a condition that leaves its exceptions out',
    of: 'sigma',
    mutate: (text) => replaced(text, /^( {4}condition: '?selection_1) and .*$/m, "$1'"),
  },
]

/** The text with every place replaced, or nothing where there is no such place. */
function replaced(text: string, what: string | RegExp, by: string): string | undefined {
  const other = text.replace(what, by)
  return other === text ? undefined : other
}
