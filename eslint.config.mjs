import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// The walls between rooms are compiled (one tsconfig a room). The rules here hold what a compiler
// cannot see: which library may be used where, and the habits of the house.
const electron = {
  name: 'electron',
  message: 'Electron belongs to secrets/safe-storage.ts, desktop/, ipc/, security/ and app/.',
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

/** A wait of its own length fails when the computer is busy. */
const POLLING = [
  ['expect', 'poll'],
  ['vi', 'waitFor'],
  ['vi', 'waitUntil'],
].map(([object, property]) => ({
  object,
  property,
  message: 'Polling belongs to test/support/eventually.ts.',
}));

/** Bans the given imports; a later block for the same files replaces an earlier one. */
function ban(files, paths, ignores = []) {
  return { files, ignores, rules: { 'no-restricted-imports': ['error', { paths }] } };
}

/** Bans every package but the given ones. */
function allowOnly(files, packages, message) {
  const regex = `^(?!\\.|(${packages.join('|')})$)`;
  return {
    files,
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] },
  };
}

export default tseslint.config(
  { ignores: ['out/**', 'release/**', 'node_modules/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      // One program for all rooms: the walls are the compiler's business, and sixteen take longer.
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: 'Never markup from data.',
        },
        {
          selector:
            'CallExpression[callee.property.name=/^(setUsePlainTextEncryption|setCertificateVerifyProc)$/]',
          message: 'Never loosen how secrets are kept or certificates are checked.',
        },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  ban(['main/**/*.ts'], [electron, ...network, bayeux]),
  ban(
    ['main/secrets/safe-storage.ts', 'main/{desktop,security,ipc,app}/**/*.ts', 'main/index.ts'],
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
    plugins: { 'react-hooks': hooks },
    rules: hooks.configs.recommended.rules,
  },
  {
    files: ['*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['simulator/index.ts'], rules: { 'no-console': 'off' } },
  {
    // The newer, asynchronous calls do not exist in the Electron that the tests run on, and on Linux
    // they fall back to a key that everybody knows without saying so.
    files: ['main/secrets/safe-storage.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: { 'max-lines': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    ignores: ['test/support/eventually.ts'],
    rules: {
      'no-restricted-properties': ['error', ...POLLING],
    },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.strict],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
);
