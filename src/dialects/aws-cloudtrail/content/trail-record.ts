/** Writes the records of the examples: what every CloudTrail record has, with what makes one different. */

/** What differs. `at` is the time on 14 November 2026, and in the ids of the record: `03:00:01`. */
export interface TrailExample {
  readonly at: string
  readonly eventName: string
  readonly eventSource?: string
  readonly request: Readonly<Record<string, unknown>> | null
  readonly response?: Readonly<Record<string, unknown>> | null
  /** Members in place of, or beside, the usual ones. */
  readonly members?: Readonly<Record<string, unknown>>
}

/** The JSON of one record. */
export function trailRecord({ at, eventName, request, response = null, members = {}, ...rest }: TrailExample): string {
  const { eventSource = 'ec2.amazonaws.com' } = rest
  const number = at.replaceAll(':', '').padStart(12, '0')
  return JSON.stringify({
    eventVersion: '1.10',
    userIdentity: USER,
    eventTime: `2026-11-14T${at}Z`,
    eventSource,
    eventName,
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.9',
    userAgent: 'aws-cli/2.17.0',
    requestParameters: request,
    responseElements: response,
    requestID: `00000000-0000-4000-8001-${number}`,
    eventID: `00000000-0000-4000-8002-${number}`,
    readOnly: /^(?:Describe|Get|List)/.test(eventName),
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: '111122223333',
    eventCategory: 'Management',
    ...members,
  })
}

/** The request of an EC2 call as EC2 writes it: in an object named after the call. */
export function ec2Request(eventName: string, request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { [`${eventName}Request`]: request }
}

/** The answer of an EC2 call as EC2 writes it. */
export function ec2Response(eventName: string, response: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { [`${eventName}Response`]: { xmlns: 'http://ec2.amazonaws.com/doc/2016-11-15/', ...response } }
}

const USER = {
  type: 'AssumedRole',
  principalId: 'AROAEXAMPLEEXAMPLE001:operator',
  arn: 'arn:aws:sts::111122223333:assumed-role/network-admin/operator',
  accountId: '111122223333',
  sessionContext: {
    sessionIssuer: {
      type: 'Role',
      principalId: 'AROAEXAMPLEEXAMPLE001',
      arn: 'arn:aws:iam::111122223333:role/network-admin',
      accountId: '111122223333',
      userName: 'network-admin',
    },
    attributes: { creationDate: '2026-11-14T02:55:00Z', mfaAuthenticated: 'true' },
  },
}
