import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compileCondition } from './match-condition.ts'
import type { RecordCondition } from './record-condition.ts'

const record = {
  eventName: 'CreateTrafficMirrorSession',
  errorCode: '',
  readOnly: false,
  requestParameters: { sessionNumber: 1, tagSet: '', filters: [], port: null, none: {} },
  authorizationInfo: [{ permission: 'compute.networks.mirror' }, { permission: 'compute.networks.get' }],
  lists: [['a'], ['b']],
}

const cases: readonly (readonly [string, RecordCondition, boolean])[] = [
  ['a value is compared without case', { field: 'eventName', is: ['x', 'createTRAFFICmirrorsession'] }, true],
  ['a part of a value is not the value', { field: 'eventName', is: ['Create'] }, false],
  ['the beginning', { field: 'eventName', startsWith: ['create'] }, true],
  ['the end', { field: 'eventName', endsWith: ['session'] }, true],
  ['the middle', { field: 'eventName', contains: ['MIRROR'] }, true],
  ['the middle is not the beginning', { field: 'eventName', startsWith: ['Mirror'] }, false],
  ['an expression stands anywhere', { field: 'eventName', matches: ['traffic\\w{1,10}session$'] }, true],
  ['a number is text', { field: 'requestParameters.sessionNumber', is: ['1'] }, true],
  ['a flag is text', { field: 'readOnly', is: ['FALSE'] }, true],
  ['any element of a list', { field: 'authorizationInfo.permission', is: ['compute.networks.get'] }, true],
  ['a list in a list', { field: 'lists', is: ['b'] }, true],
  ['no element of a list', { field: 'authorizationInfo.permission', is: ['compute.networks.delete'] }, false],
  ['what is there is present', { field: 'eventName', present: true }, true],
  ['an object is present', { field: 'requestParameters', present: true }, true],
  ['a flag that is false is present', { field: 'readOnly', present: true }, true],
  ['empty text is absent', { field: 'errorCode', present: false }, true],
  ['an empty list is absent', { field: 'requestParameters.filters', present: false }, true],
  ['an empty object is absent', { field: 'requestParameters.none', present: false }, true],
  ['null is absent', { field: 'requestParameters.port', present: false }, true],
  ['a path through text leads nowhere', { field: 'eventName.length', present: false }, true],
  ['a path to what every object has leads nowhere', { field: 'requestParameters.toString', present: false }, true],
  ['names of members keep their case', { field: 'EventName', present: true }, false],
  ['a JSON record is no line', { field: 'message', contains: ['a'] }, false],
  [
    'all, any and not',
    {
      all: [
        {
          any: [
            { field: 'eventName', is: ['x'] },
            { field: 'readOnly', is: ['false'] },
          ],
        },
        { not: { field: 'errorCode', present: true } },
      ],
    },
    true,
  ],
  [
    'all asks for every one',
    {
      all: [
        { field: 'readOnly', is: ['false'] },
        { field: 'errorCode', present: true },
      ],
    },
    false,
  ],
]

for (const [name, condition, expected] of cases) {
  test(name, () => assert.equal(compileCondition(condition)({ text: '{}', value: record }), expected))
}

test('a line has the one field message', () => {
  const says = compileCondition({ field: 'message', matches: ['logged command:\\s*monitor session \\d+'] })
  assert.ok(says({ text: '%PARSER-5-CFGLOG_LOGGEDCMD: User:netops-1  logged command:Monitor session 4' }))
  assert.equal(says({ text: 'logged command:show monitor session 4' }), false)
})

test('what is said is the contrary of what is not said, whatever the record', () => {
  fc.assert(
    fc.property(fc.object(), fc.string(), fc.string(), (value, field, word) => {
      const matches = compileCondition({ field, contains: [word] })
      const contrary = compileCondition({ not: { field, contains: [word] } })
      assert.notEqual(matches({ text: '', value }), contrary({ text: '', value }))
    }),
  )
})

test('of a value without end only the beginning is looked at', () => {
  const matches = compileCondition({ field: 'a', endsWith: ['end'] })
  assert.equal(matches({ text: '', value: { a: `${'x'.repeat(40_000)}end` } }), false)
})

test('what is no expression is told at once', () => {
  assert.throws(() => compileCondition({ field: 'message', matches: ['('] }), SyntaxError)
})
