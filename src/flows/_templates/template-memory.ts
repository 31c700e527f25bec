/** The templates of one exporter, by domain and id, and the data that waits for one. */
import type { FlowSink } from '../contract.ts'
import { DataSet } from './data-set.ts'
import { Domain, type Template } from './domain.ts'
import type { TemplateDefinition } from './parse-template.ts'
import { RecordLayout } from './records/record-layout.ts'
import type { RunBudget } from './run-budget.ts'
import { WaitingSets } from './waiting-sets.ts'

/** Of one exporter: a router with forty line cards has some four hundred templates. */
const MAX_TEMPLATES = 512
const MAX_DOMAINS = 256
/** Layouts that are shared by templates of equal fields; beyond them all are forgotten, and templates only share less. */
const MAX_LAYOUTS = 512

/** Bounded by the numbers above, by what {@link WaitingSets} keeps, and by the budget of the run. */
export class TemplateMemory {
  readonly waiting: WaitingSets
  /** The set that is being read: one object for all datagrams. */
  readonly set = new DataSet()
  readonly #domains = new Map<number, Domain>()
  readonly #layouts = new Map<string, RecordLayout>()
  readonly #budget: RunBudget
  #templates = 0

  constructor(budget: RunBudget) {
    this.#budget = budget
    this.waiting = new WaitingSets(budget)
  }

  find(domainId: number, id: number): Template | undefined {
    return this.#domains.get(domainId)?.templates.get(id)
  }

  /** Keeps a template in place of the one with its id, or nothing when it is the same. False when there are too many. */
  define(domainId: number, definition: TemplateDefinition): boolean {
    const { id } = definition
    const domain = this.#domain(domainId)
    const old = domain?.templates.get(id)
    if (domain === undefined || (old === undefined && this.#isFull())) return false
    const layout = this.#layout(definition)
    if (old?.layout === layout) return true
    if (old === undefined) this.#hold(1)
    domain.templates.set(id, { layout, domain })
    return true
  }

  withdraw(domainId: number, id: number): void {
    if (this.#domains.get(domainId)?.templates.delete(id) === true) this.#hold(-1)
  }

  /** Forgets all templates, or all option templates, of a domain. */
  withdrawAll(domainId: number, isOption: boolean): void {
    for (const [id, { layout }] of this.#domains.get(domainId)?.templates ?? [])
      if (layout.isOption === isOption) this.withdraw(domainId, id)
  }

  /** Nothing more will come: data that waits is counted, and all is forgotten. */
  finish(sink: FlowSink): void {
    this.waiting.finish(sink)
    this.#domains.clear()
    this.#hold(-this.#templates)
  }

  #isFull(): boolean {
    return this.#templates >= MAX_TEMPLATES || this.#budget.templates <= 0
  }

  #hold(templates: number): void {
    this.#templates += templates
    this.#budget.templates -= templates
  }

  #domain(id: number): Domain | undefined {
    const known = this.#domains.get(id)
    if (known !== undefined || this.#domains.size >= MAX_DOMAINS) return known
    const domain = new Domain()
    this.#domains.set(id, domain)
    return domain
  }

  #layout({ signature, isOption, fields }: TemplateDefinition): RecordLayout {
    const known = this.#layouts.get(signature)
    if (known !== undefined) return known
    if (this.#layouts.size >= MAX_LAYOUTS) this.#layouts.clear()
    const layout = new RecordLayout(fields, isOption)
    this.#layouts.set(signature, layout)
    return layout
  }
}
