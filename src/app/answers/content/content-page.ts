/** The page that lies beside built content: what each behaviour is, what it needs, what it cannot say. */
import type { ContentFile, ContentInputs, ContentLimit, ContentTarget, Definition } from '../../../content/contract.ts'

/** One target with what it was built from. */
export interface ContentPage {
  readonly target: ContentTarget
  readonly inputs: ContentInputs
  readonly limits: readonly ContentLimit[]
}

/** Markdown, named `README.md`. */
export function writeContentPage({ target, inputs, limits }: ContentPage): ContentFile {
  const approved = inputs.inventory.given ? inputs.inventory.approvals.length : 0
  const parts = [
    `# ${target.title}`,
    'Written by `tapwarden rules build`. Severity high, confidence medium; a finding of tapwarden has grades of its own.',
    target.usage,
    inputs.inventory.given
      ? `Made with an inventory of ${approved} approvals.`
      : 'Made without an inventory: nothing that is approved is left out.',
    '## Behaviours',
    ...inputs.definitions.map(writeBehaviour),
    '## What cannot be expressed',
    bullets(groupLimits(limits)),
  ]
  return { path: 'README.md', text: `${parts.join('\n\n')}\n`, kind: 'page' }
}

function writeBehaviour(definition: Definition): string {
  const { id, title, kind, description, sources, attack, related } = definition
  const parts = [
    `### ${title}`,
    `\`${id}\`, ${kind === 'alert' ? 'alert' : 'hunt'}, ${attack.join(' ')}. ${description}`,
    `Logs: ${sources.map(({ source }) => source.title).join('; ')}.`,
    `Data sources: ${definition.dataSources.join('; ')}.`,
    bullets(definition.falsePositives, 'False positives'),
    bullets(definition.tuning, 'Tuning'),
    bullets(definition.triage, 'Triage'),
    bullets([...definition.beyondRules, ...sources.flatMap(({ cannotTell }) => cannotTell)], 'Not told by rules'),
    `Related: ${related.join(', ')}.`,
    bullets(definition.references, 'References'),
  ]
  return parts.join('\n\n')
}

/** One line for each reason, with the logs of each behaviour that it holds for. */
function groupLimits(limits: readonly ContentLimit[]): readonly string[] {
  return [...Map.groupBy(limits, ({ because }) => because)].map(([because, own]) => {
    const behaviours = [...Map.groupBy(own, ({ behaviour }) => behaviour)].map(
      ([behaviour, those]) => `${behaviour} in ${[...new Set(those.map(({ source }) => source))].join(', ')}`,
    )
    return `${because}: ${behaviours.join('; ')}`
  })
}

function bullets(items: readonly string[], head?: string): string {
  const list = items.length === 0 ? ['- nothing'] : [...new Set(items)].map((item) => `- ${item}`)
  return [...(head === undefined ? [] : [`${head}:`, '']), ...list].join('\n')
}
