/** Repositories of configurations, in folders and bundles: every commit is a moment at which a configuration was seen. */
import type { Source } from '../contract.ts'
import { isBundle } from './objects/bundle.ts'
import { unpackGit } from './unpack-git.ts'

/** Never named itself: folders bring repositories in, and bundles are files like others. */
export const source: Source = {
  id: 'git',
  accepts: async () => false,
  async *inputs() {},
  unpacker: {
    recognise: (head, _path, folder) => folder !== undefined || isBundle(head),
    unpack: unpackGit,
  },
}
