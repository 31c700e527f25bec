/** Sigma 2.1.0: rules for every log, correlations that tell one set-up once, filters made of approvals. */
import type { ContentFile, ContentInputs, ContentLimit, ContentTarget } from '../contract.ts'
import { correlationLimits, toCorrelations } from './correlations.ts'
import { filterLimits, toFilters } from './filters.ts'
import { toFileName } from './names.ts'
import { toRule } from './rule.ts'
import { toYaml } from './yaml-text.ts'

/** Rules in `rules/`, correlations in `correlations/`, filters in `filters/`. */
export const target: ContentTarget = {
  id: 'sigma',
  title: 'Sigma 2.1.0',
  usage:
    'Convert with a Sigma converter of your choice. Take rules/ for an alert on every record, correlations/ beside it for one alert on every set-up, and filters/ to leave out what is approved.',
  build,
  limits,
}

function build(inputs: ContentInputs): readonly ContentFile[] {
  const { definitions } = inputs
  const rules = definitions.flatMap((definition) =>
    definition.sources.map((asked): ContentFile => {
      const path = `rules/${toFileName(asked.source.id, definition.id)}`
      return {
        path,
        text: toYaml(toRule(definition, asked, definitions)),
        kind: definition.kind === 'hunt' ? 'hunt' : 'rule',
      }
    }),
  )
  return [...rules, ...toCorrelations(definitions), ...toFilters(inputs)]
}

function limits(inputs: ContentInputs): readonly ContentLimit[] {
  const { definitions } = inputs
  const expressions = definitions.flatMap(({ id, sources }) =>
    sources
      .filter(({ clauses }) => JSON.stringify(clauses).includes('"matches"'))
      .map(({ source }) => ({
        behaviour: id,
        source: source.id,
        because:
          'its expressions use \\s, \\b and (?:…), which PCRE and RE2 know and engines of the Lucene kind do not',
      })),
  )
  const untold = definitions.flatMap(({ id, sources }) =>
    sources.flatMap(({ source, cannotTell }) =>
      cannotTell.map((what) => ({ behaviour: id, source: source.id, because: `no single record tells ${what}` })),
    ),
  )
  return [...untold, ...expressions, ...correlationLimits(definitions), ...filterLimits(inputs)]
}
