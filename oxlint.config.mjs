import { defineConfig } from 'oxlint';

// The walls between rooms are compiled (one tsconfig per room). The rules here cover what a compiler
// cannot see: which library may be used where, and the habits of the house.
const electron = {
  name: 'electron',
  message: 'Electron belongs to desktop/, ipc/, security/ and app/.',
};
const ipcMain = {
  name: 'electron',
  importNames: ['ipcMain'],
  message: 'Only ipc/router.ts touches ipcMain.',
};
const network = ['undici', 'tough-cookie'].map((name) => ({
  name,
  message: 'The network belongs to http/.',
}));
const bayeux = { name: 'cometd', message: 'Bayeux belongs to vendors/genesys/.' };

/** A wait with its own time limit fails when the computer is busy. */
const POLLING = [
  ['expect', 'poll'],
  ['vi', 'waitFor'],
  ['vi', 'waitUntil'],
].map(([object, property]) => ({
  object,
  property,
  message: 'Polling belongs to test/support/eventually.ts.',
}));

/** Safeguards that only exist to be loosened. */
const SAFEGUARDS = ['setUsePlainTextEncryption', 'setCertificateVerifyProc'].map((property) => ({
  property,
  message: 'Never loosen how secrets are kept or certificates are checked.',
}));

/**
 * What typescript-eslint calls strict and stylistic, as far as "correctness" below leaves it out.
 *
 * @type {import('oxlint').OxlintConfig['rules']}
 */
const STRICT = {
  'dot-notation': 'error',
  'no-array-constructor': 'error',
  'no-empty-function': 'error',
  'no-useless-constructor': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'prefer-rest-params': 'error',
  'prefer-spread': 'error',
  'typescript/adjacent-overload-signatures': 'error',
  'typescript/array-type': 'error',
  'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
  'typescript/ban-tslint-comment': 'error',
  'typescript/class-literal-property-style': 'error',
  'typescript/consistent-generic-constructors': 'error',
  'typescript/consistent-indexed-object-style': 'error',
  'typescript/consistent-type-assertions': 'error',
  'typescript/consistent-type-definitions': 'error',
  'typescript/consistent-type-imports': 'error',
  'typescript/no-confusing-non-null-assertion': 'error',
  'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
  'typescript/no-deprecated': 'error',
  'typescript/no-dynamic-delete': 'error',
  'typescript/no-empty-object-type': 'error',
  'typescript/no-explicit-any': 'error',
  'typescript/no-extraneous-class': 'error',
  'typescript/no-generated-empty-object-type': 'error',
  'typescript/no-inferrable-types': 'error',
  'typescript/no-invalid-void-type': 'error',
  'typescript/no-misused-promises': 'error',
  'typescript/no-mixed-enums': 'error',
  'typescript/no-namespace': 'error',
  'typescript/no-non-null-asserted-nullish-coalescing': 'error',
  'typescript/no-non-null-assertion': 'error',
  'typescript/no-require-imports': 'error',
  'typescript/no-unnecessary-boolean-literal-compare': 'error',
  'typescript/no-unnecessary-condition': 'error',
  'typescript/no-unnecessary-template-expression': 'error',
  'typescript/no-unnecessary-type-arguments': 'error',
  'typescript/no-unnecessary-type-assertion': 'error',
  'typescript/no-unnecessary-type-constraint': 'error',
  'typescript/no-unnecessary-type-conversion': 'error',
  'typescript/no-unnecessary-type-parameters': 'error',
  'typescript/no-unsafe-argument': 'error',
  'typescript/no-unsafe-assignment': 'error',
  'typescript/no-unsafe-call': 'error',
  'typescript/no-unsafe-enum-assignment': 'error',
  'typescript/no-unsafe-enum-comparison': 'error',
  'typescript/no-unsafe-function-type': 'error',
  'typescript/no-unsafe-member-access': 'error',
  'typescript/no-unsafe-return': 'error',
  'typescript/non-nullable-type-assertion-style': 'error',
  'typescript/only-throw-error': 'error',
  'typescript/prefer-find': 'error',
  'typescript/prefer-for-of': 'error',
  'typescript/prefer-function-type': 'error',
  'typescript/prefer-includes': 'error',
  'typescript/prefer-literal-enum-member': 'error',
  'typescript/prefer-nullish-coalescing': 'error',
  'typescript/prefer-optional-chain': 'error',
  'typescript/prefer-promise-reject-errors': 'error',
  'typescript/prefer-reduce-type-parameter': 'error',
  'typescript/prefer-regexp-exec': 'error',
  'typescript/prefer-return-this-type': 'error',
  'typescript/prefer-string-starts-ends-with': 'error',
  'typescript/related-getter-setter-pairs': 'error',
  'typescript/require-await': 'error',
  'typescript/restrict-plus-operands': [
    'error',
    {
      allowAny: false,
      allowBoolean: false,
      allowNullish: false,
      allowNumberAndString: false,
      allowRegExp: false,
    },
  ],
  'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
  'typescript/return-await': ['error', 'error-handling-correctness-only'],
  'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  'typescript/unified-signatures': 'error',
  'typescript/use-unknown-in-catch-callback-variable': 'error',
};

/** What a script may do with parsed JSON, which it has no schema for. */
const UNTYPED = [
  'no-unsafe-argument',
  'no-unsafe-assignment',
  'no-unsafe-call',
  'no-unsafe-member-access',
  'no-unsafe-return',
  'require-array-sort-compare',
  'restrict-plus-operands',
  'restrict-template-expressions',
];

/**
 * Bans the given imports. A later block for the same files replaces an earlier one.
 *
 * @param {string[]} files
 * @param {{ name: string, message: string }[]} paths
 * @param {string[]} [excludeFiles]
 */
function ban(files, paths, excludeFiles = []) {
  return {
    files,
    excludeFiles,
    rules: { 'no-restricted-imports': ['error', { paths }] },
  };
}

/**
 * Bans every package but the given ones.
 *
 * @param {string[]} files
 * @param {string[]} packages
 * @param {string} message
 */
function allowOnly(files, packages, message) {
  // As in a .gitignore: everything, except for what follows.
  const group = ['*', '!.*/**', ...packages.map((name) => `!${name}`)];
  return {
    files,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
  };
}

export default defineConfig({
  // The .js files are what Electron starts as CommonJS, a few lines each.
  ignorePatterns: ['out/**', 'release/**', '**/*.js'],
  plugins: ['typescript', 'import', 'oxc'],
  options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
  categories: { correctness: 'error' },
  rules: {
    ...STRICT,
    'import/no-default-export': 'error',
    'no-console': 'error',
    'no-restricted-properties': ['error', ...SAFEGUARDS],
  },
  overrides: [
    ban(['main/**/*.ts'], [electron, ...network, bayeux]),
    ban(
      ['main/{desktop,security,ipc,app}/**/*.ts', 'main/index.ts'],
      [ipcMain, ...network, bayeux],
      ['main/ipc/router.ts'],
    ),
    ban(['main/ipc/router.ts'], [...network, bayeux]),
    ban(['main/http/**/*.ts'], [electron, bayeux]),
    ban(['main/vendors/genesys/**/*.ts'], [electron, ...network]),
    ban(['renderer/**/*.{ts,tsx}'], [electron, ...network, bayeux]),
    allowOnly(
      ['contract/**/*.ts'],
      ['zod'],
      'The contract may be read by every process: it imports zod alone.',
    ),
    allowOnly(
      ['preload/**/*.ts'],
      ['electron'],
      'The preload script is small: it bundles no library.',
    ),
    {
      files: ['renderer/**/*.{ts,tsx}'],
      plugins: ['react'],
      rules: {
        'react/no-danger': 'error',
        'react/rules-of-hooks': 'error',
        'react/unsupported-syntax': 'error',
      },
    },
    {
      // Of the tools that read them.
      files: ['*.config.{ts,mjs}', 'scripts/gates/outcome-reporter.mjs'],
      rules: { 'import/no-default-export': 'off' },
    },
    { files: ['simulator/index.ts'], rules: { 'no-console': 'off' } },
    {
      files: ['test/**/*.{ts,tsx}'],
      rules: {
        // A fixture that needs no other says so with an empty pattern.
        'no-empty-pattern': 'off',
        'typescript/no-non-null-assertion': 'off',
      },
    },
    {
      files: ['test/**/*.{ts,tsx}'],
      excludeFiles: ['test/support/eventually.ts'],
      rules: { 'no-restricted-properties': ['error', ...SAFEGUARDS, ...POLLING] },
    },
    {
      files: ['**/*.mjs'],
      rules: {
        'no-console': 'off',
        ...Object.fromEntries(UNTYPED.map((name) => [`typescript/${name}`, 'off'])),
      },
    },
  ],
});
