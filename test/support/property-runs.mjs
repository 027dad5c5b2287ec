// Properties are tried on the same cases in every run, so that a red test means a change and not luck.
// To hunt for new cases: PROPERTY_SEED=random PROPERTY_RUNS=10000 npm test -- --selectProjects rules
import fc from 'fast-check';

const DEFAULT_SEED = 20_261_122;
const { PROPERTY_SEED = String(DEFAULT_SEED), PROPERTY_RUNS = '100' } = process.env;

fc.configureGlobal({
  ...(PROPERTY_SEED === 'random' ? {} : { seed: Number(PROPERTY_SEED) }),
  numRuns: Number(PROPERTY_RUNS),
});
