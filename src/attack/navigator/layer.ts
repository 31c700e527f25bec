/** The layer file of the ATT&CK Navigator, version 4.5: what may stand in one. */
import { z } from 'zod'

const Color = z.string().regex(/^#[0-9a-f]{6}(?:[0-9a-f]{2})?$/i)
const Metadata = z.strictObject({ name: z.string(), value: z.string() })
const Link = z.strictObject({ label: z.string(), url: z.string().regex(/^[a-z][a-z0-9+.-]*:\/\//i) })

const Technique = z.strictObject({
  techniqueID: z.string().regex(/^T\d{4}(?:\.\d{3})?$/),
  tactic: z.string().optional(),
  comment: z.string().optional(),
  enabled: z.boolean().optional(),
  score: z.number().optional(),
  color: Color.optional(),
  metadata: z.array(Metadata).optional(),
  links: z.array(Link).optional(),
  showSubtechniques: z.boolean().optional(),
})

const Layout = z.strictObject({
  layout: z.enum(['side', 'flat', 'mini']).optional(),
  showID: z.boolean().optional(),
  showName: z.boolean().optional(),
  expandedSubtechniques: z.enum(['none', 'all', 'annotated']).optional(),
})

/**
 * One layer with the members that tapwarden writes; a member of another name is a mistake.
 *
 * @source mitre-attack/attack-navigator, layers/spec/v4.5/layerformat.md
 */
export const NavigatorLayer = z.strictObject({
  name: z.string().min(1),
  versions: z.strictObject({
    attack: z.string().regex(/^\d+$/),
    navigator: z.string().regex(/^(?:4\.9\.\d+|4\.\d{2,}\.\d+|[5-9]\.\d+\.\d+)$/),
    layer: z.literal('4.5'),
  }),
  domain: z.literal('enterprise-attack'),
  description: z.string(),
  sorting: z.literal([0, 1, 2, 3]).optional(),
  layout: Layout.optional(),
  hideDisabled: z.boolean().optional(),
  techniques: z.array(Technique),
  gradient: z
    .strictObject({ colors: z.array(Color).min(2), minValue: z.number(), maxValue: z.number() })
    .refine(({ minValue, maxValue }) => maxValue > minValue, 'maxValue must be greater than minValue'),
  legendItems: z.array(z.strictObject({ label: z.string(), color: Color })),
  metadata: z.array(Metadata),
})
/** One layer. */
export type NavigatorLayer = z.infer<typeof NavigatorLayer>
/** One technique of a layer. */
export type LayerTechnique = NavigatorLayer['techniques'][number]
