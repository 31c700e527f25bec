/** The first JSON objects of a file, to see by them what it is. */
import { Buffer } from 'node:buffer'
import { parseExactJson } from '../../kit/exact-json.ts'
import { JsonSplitter } from '../../kit/json-splitter.ts'
import { isObject, type JsonObject } from './members.ts'

/** More objects say no more about a file. */
const MAX_OBJECTS = 32

const STARTS_AS_JSON = /^\uFEFF?\s*[[{]/

/** Whether a sample starts like JSON: an object or a list. */
export function startsAsJson(sample: string): boolean {
  return STARTS_AS_JSON.test(sample)
}

/**
 * The first whole objects of a sample, at most 32, framed as a file is framed when it is read: JSON lines, a list, or the list
 * in a wrapper. Empty for what is no JSON. Never throws.
 */
export function sampleObjects(sample: string): readonly JsonObject[] {
  if (!startsAsJson(sample)) return []
  const bytes = Buffer.from(sample)
  const objects: JsonObject[] = []
  const splitter = new JsonSplitter({
    onRecord: ({ from, to }) => {
      if (objects.length < MAX_OBJECTS) objects.push(...parseObject(bytes.toString('utf8', from, to)))
    },
    onFault: () => undefined,
  })
  splitter.split(bytes, bytes.length)
  return objects
}

/** Whether a sample has whole objects, and all of them are such. */
export function holdsOnly(sample: string, isSuch: (object: JsonObject) => boolean): boolean {
  const objects = sampleObjects(sample)
  return objects.length > 0 && objects.every(isSuch)
}

function parseObject(text: string): readonly JsonObject[] {
  try {
    const value = parseExactJson(text)
    return isObject(value) ? [value] : []
  } catch {
    return []
  }
}
