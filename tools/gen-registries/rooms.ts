/** The rooms that hold plug-ins and how the registry of each is written. Adding a plug-in never edits this table. */

/** A room whose sub-folders are plug-ins. */
export interface Room {
  /** Folder below `src/`. */
  readonly folder: string
  /** Name that every plug-in's `index.ts` exports. */
  readonly member: string
  /** Type of that export, declared in the room's `contract.ts`. */
  readonly type: string
  /** Name of the list (or record) that the registry exports. */
  readonly list: string
  /** Lazy rooms are opened on demand, because their plug-ins pull in something heavy. */
  readonly lazy: boolean
}

/** Every room with plug-ins. A room without a `contract.ts` has no registry. */
export const rooms: readonly Room[] = [
  { folder: 'sources', member: 'source', type: 'Source', list: 'sources', lazy: false },
  { folder: 'dialects', member: 'dialect', type: 'Dialect', list: 'dialects', lazy: false },
  { folder: 'flows', member: 'flowFormat', type: 'FlowFormat', list: 'flowFormats', lazy: false },
  { folder: 'detections', member: 'detection', type: 'Detection', list: 'detections', lazy: false },
  { folder: 'content', member: 'target', type: 'ContentTarget', list: 'targets', lazy: false },
  { folder: 'sinks', member: 'sink', type: 'Sink', list: 'sinks', lazy: false },
  { folder: 'store', member: 'storeAdapter', type: 'StoreAdapter', list: 'storeAdapters', lazy: true },
]
