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

/** The catalogue's bindings are set once the language is known, after every module has been loaded. */
const textSubjects =
  'strings|connection|lists|oversight|registering|registrationProblems|problemTexts|sheetSays';
const noTextTakenTooEarly = {
  selector: [
    `MemberExpression[object.name=/^(${textSubjects})$/]`,
    `VariableDeclarator[init.name=/^(${textSubjects})$/]`,
  ]
    .map((use) => `${use}:not(:function *):not(ClassBody *)`)
    .join(', '),
  message: 'A constant of a module keeps the language that was there before: read the text where it is said.',
};

const noSides = [
  {
    selector:
      'Property[key.name=/^(left|right|(margin|padding|border|inset|scrollMargin|scrollPadding)(Left|Right).*)$/]',
    message: 'Write the start or the end of the line (marginInlineStart), not left or right.',
  },
  {
    selector: 'Property[key.name=/^(textAlign|float|clear)$/] > Literal[value=/^(left|right)$/]',
    message: 'Write start or end, not left or right.',
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
    rules: { 'no-restricted-syntax': ['error', ...noImpurity, noTextTakenTooEarly] },
  },
  {
    files: ['src/excel/**', 'src/taskpane/**', 'src/proxy/**'],
    // The program itself: it sets the language and then runs.
    ignores: ['src/taskpane/main.tsx'],
    rules: { 'no-restricted-syntax': ['error', noTextTakenTooEarly] },
  },
  // The pane is laid out along the line, whichever way it runs.
  {
    files: ['src/taskpane/**'],
    rules: { 'no-restricted-syntax': ['error', ...noSides] },
  },
  // The command line is what a script speaks through.
  { files: ['src/scripts/**', 'src/*/main.ts'], rules: { 'no-console': 'off' } },
  // Fastify's routes and plugins are async functions by contract, whether or not they await.
  {
    files: ['src/proxy/**', 'src/sandbox/**', 'test/**', 'src/workbench/**'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
);
