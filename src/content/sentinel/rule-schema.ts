/** The shape of rules and hunts as the upstream collection has them. @source Azure/Azure-Sentinel, "Query Style Guide" and .script/tests/detectionTemplateSchemaValidation */
import { z } from 'zod'

const Common = {
  id: z.uuid(),
  name: z.string().min(1).max(256),
  description: z.string().min(1).max(5000),
  tags: z.array(z.string()).min(1),
  requiredDataConnectors: z
    .array(z.strictObject({ connectorId: z.string().min(1), dataTypes: z.array(z.string().min(1)).min(1) }))
    .min(1),
  tactics: z.array(z.string().regex(/^[A-Z][A-Za-z]+$/)).min(1),
  relevantTechniques: z.array(z.string().regex(/^T\d{4}(\.\d{3})?$/)).min(1),
  entityMappings: z
    .array(
      z.strictObject({
        entityType: z.enum(['Account', 'IP', 'Host']),
        fieldMappings: z.array(z.strictObject({ identifier: z.string(), columnName: z.string() })).min(1),
      }),
    )
    .min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
}

const Span = z.string().regex(/^\d+[mhd]$/)

/** A scheduled analytics rule. */
export const AnalyticsRule = z.strictObject({
  ...Common,
  severity: z.literal('High'),
  status: z.literal('Available'),
  queryFrequency: Span,
  queryPeriod: Span,
  triggerOperator: z.literal('gt'),
  triggerThreshold: z.int().min(0),
  query: z.string().min(1).max(10_000),
  customDetails: z.record(z.string(), z.string()),
  eventGroupingSettings: z.strictObject({ aggregationKind: z.enum(['AlertPerResult', 'SingleAlert']) }),
  kind: z.literal('Scheduled'),
})
export type AnalyticsRule = z.infer<typeof AnalyticsRule>

/** A hunting query. */
export const HuntingQuery = z.strictObject({ ...Common, query: z.string().min(1) })
export type HuntingQuery = z.infer<typeof HuntingQuery>
