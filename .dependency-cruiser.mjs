/** The rooms of the house and their doors: which folder may import which. ARCHITECTURE.md says why. */
const rooms = {
  contract: [],
  words: ['contract'],
  domain: ['contract', 'words'],
  excel: ['contract', 'domain', 'words'],
  taskpane: ['contract', 'domain', 'excel', 'words'],
  proxy: ['contract', 'domain', 'words'],
  sandbox: ['contract'],
  workbench: ['contract'],
};

const roomRules = Object.entries(rooms).map(([room, mayImport]) => ({
  name: `${room}-imports`,
  comment: `src/${room} may import ${mayImport.length ? mayImport.join(', ') : 'no other room'} and packages.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^(src|test)/', pathNot: [room, ...mayImport].map((allowed) => `^src/${allowed}/`) },
}));

const packageRule = (room, packages, comment) => ({
  name: `${room}-packages`,
  comment,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
    pathNot: packages,
  },
});

export default {
  forbidden: [
    ...roomRules,
    packageRule(
      'contract',
      ['node_modules/zod/'],
      'The contract is zod schemas and types, so that every room can import it.',
    ),
    packageRule(
      'domain',
      ['node_modules/ibantools/'],
      'The domain is pure: no Node, no I/O, and no package but the tables of IBANs, which are pure too.',
    ),
    packageRule('words', ['^$'], 'The catalogue is text and what Intl makes of numbers and dates.'),
    packageRule(
      'excel',
      ['^$'],
      'The excel room speaks to Office.js, which is a global, and to nothing else.',
    ),
    {
      name: 'no-node-in-the-browser',
      comment: 'The pane runs in a browser.',
      severity: 'error',
      from: { path: '^src/taskpane/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'proxy-on-production-packages',
      comment:
        'The proxy is installed with `npm ci --omit=dev`; what only the built pane needs is a devDependency.',
      severity: 'error',
      from: { path: '^src/(contract|words|domain|proxy)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one job in the wrong shape.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'product-without-stand-ins',
      comment: 'Only scripts and tests may start the stand-ins for Excel and Nova.',
      severity: 'error',
      from: { path: '^src/(contract|words|domain|excel|taskpane|proxy)/' },
      to: { path: '^src/(sandbox|workbench|scripts)/' },
    },
    {
      name: 'no-test-code-in-src',
      comment: 'What the product needs lives in src.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'not-to-unresolvable',
      comment: 'An import that resolves to nothing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
