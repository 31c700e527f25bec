/**
 * Loaded into every test process: property tests draw the same values in every run, so that a red test is red again.
 * `TAPWARDEN_SEED=random` (or a number) looks elsewhere.
 */
import fc from 'fast-check'

const wanted = process.env['TAPWARDEN_SEED'] ?? '20261122'

if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted) })
