/**
 * Microsoft's language service for Kusto: the parser and binder of the real product, compiled from C#. This module alone knows how it is
 * loaded; it defines the globals `Bridge`, `System` and `Kusto`, and takes about a quarter of a second, so nothing happens before the first use.
 */
import { createRequire } from 'node:module'
import type { LanguageService, ServiceList } from './language-service-types.ts'

let service: LanguageService | undefined

/** The language service, loaded once. */
export function loadLanguageService(): LanguageService {
  service ??= load()
  return service
}

function load(): LanguageService {
  const require = createRequire(import.meta.url)
  require('@kusto/language-service-next/bridge.min.js')
  require('@kusto/language-service-next/Kusto.Language.Bridge.min.js')
  return Reflect.get(globalThis, 'Kusto').Language
}

/** The list as an array. */
export function listOf<T>(list: ServiceList<T> | null | undefined): readonly T[] {
  return Array.from({ length: list?.Count ?? 0 }, (_, index) => list?.getItem(index)).filter(
    (item) => item !== undefined,
  )
}
