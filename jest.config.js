/** Tests run as ES modules (NODE_OPTIONS=--experimental-vm-modules, set by scripts/test.mjs). */
const common = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: true,
          },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^#(rules|features|platform)/(.*)\\.js$': '<rootDir>/libs/$1/$2.ts',
    '^#(apps|test)/(.*)\\.js$': '<rootDir>/$1/$2.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/property-runs.mjs'],
};

export default {
  // In one process the modules of every test file stay: hundreds of files fill the heap and crawl.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  // A guard against what hangs, not a measure: machines of CI are slow and shared.
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/test/support/plain-line.reporter.mjs'],
  projects: [
    {
      ...common,
      displayName: 'rules',
      testMatch: [
        '<rootDir>/{libs,apps,test/security}/**/*.spec.ts',
        '<rootDir>/scripts/*.spec.mjs',
      ],
    },
    {
      ...common,
      displayName: 'database',
      testMatch: ['<rootDir>/test/database/**/*.db-spec.ts'],
      globalSetup: '<rootDir>/test/support/start-database.mjs',
      globalTeardown: '<rootDir>/test/support/stop-database.mjs',
    },
    {
      ...common,
      displayName: 'journeys',
      testMatch: ['<rootDir>/test/journeys/**/*.e2e-spec.ts'],
      globalSetup: '<rootDir>/test/support/start-database.mjs',
      globalTeardown: '<rootDir>/test/support/stop-database.mjs',
    },
  ],
};
