import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const noImpurity = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The domain has no clock: take the time as an argument.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The domain has no clock: take the time as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The domain has no randomness.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.cache/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked, reactHooks.configs.flat['recommended-latest']],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['src/domain/**', 'src/contract/**'],
    rules: { 'no-restricted-syntax': ['error', ...noImpurity] },
  },
  // The command line is what a script speaks through.
  { files: ['src/scripts/**', 'src/*/main.ts'], rules: { 'no-console': 'off' } },
  // Fastify's routes and plugins are async functions by contract, whether or not they await.
  {
    files: ['src/proxy/**', 'src/sandbox/**', 'test/**', 'src/workbench/**'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
);
