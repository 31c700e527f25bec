/** What the flow logs of each cloud can and cannot show: a clean log proves nothing about a copy that it leaves out. */
import type { FlowFormat } from '../../flows/contract.ts'
import type { SubjectTimeline } from '../../timeline/subject-timeline.ts'

/** `{ cloud: 'aws', title: 'AWS VPC flow logs', limits: ['VPC flow logs leave out mirrored traffic: …'] }` */
export interface CloudFlowLimits {
  readonly cloud: string
  readonly title: string
  readonly limits: readonly string[]
}

/** For each cloud of whom an account is covered, in name order; flow formats of a cloud begin with its name. */
export function cloudFlowLimits(
  subjects: readonly Pick<SubjectTimeline, 'subject' | 'platform'>[],
  formats: readonly Pick<FlowFormat, 'id' | 'title' | 'observer' | 'limits'>[],
): readonly CloudFlowLimits[] {
  const accounts = subjects.filter(({ subject }) => subject.kind === 'account')
  const clouds = new Set(accounts.map(({ subject, platform }) => subject.account?.provider ?? platform))
  return [...clouds]
    .sort()
    .flatMap((cloud) =>
      formats
        .filter(({ id, observer }) => observer === 'cloud' && id.startsWith(`${cloud}-`))
        .map(({ title, limits }) => ({ cloud, title, limits })),
    )
}
