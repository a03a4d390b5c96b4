import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const root = fileURLToPath(new URL('.', import.meta.url));

/** Microsoft asks that add-ins take Office.js from its CDN. */
const officeJsCdn = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

const rules = [
  {
    test: /\.tsx?$/,
    // No module of ours does anything but define things when it is loaded, entries apart; so that a barrel brings only what is used.
    sideEffects: false,
    loader: 'ts-loader',
    options: {
      transpileOnly: true,
      configFile: `${root}src/taskpane/tsconfig.json`,
      compilerOptions: {
        composite: false,
        declaration: false,
        emitDeclarationOnly: false,
        allowImportingTsExtensions: false,
        rewriteRelativeImportExtensions: true,
        module: 'esnext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
      },
    },
  },
  { test: /\.css$/, use: ['style-loader', 'css-loader'] },
  { test: /\.(png|svg|woff2?|wasm)$/, type: 'asset/resource' },
];

/**
 * What both bundles share; each has its own cache, so that a second build takes seconds. Only the product is minimized,
 * which is most of the time of a build.
 */
const base = (name, mode, out, minimize) => ({
  name,
  mode,
  target: ['web', 'es2022'],
  devtool: mode === 'production' ? false : 'source-map',
  module: { rules },
  // TypeScript writes the .ts and .tsx of an import as .js; this finds the source again.
  resolve: { extensions: ['.tsx', '.ts', '.js'], extensionAlias: { '.js': ['.tsx', '.ts', '.js'] } },
  cache: {
    type: 'filesystem',
    name: `${name}-${mode}`,
    cacheDirectory: `${root}node_modules/.cache/webpack`,
    buildDependencies: { config: [fileURLToPath(import.meta.url)] },
  },
  performance: { hints: false },
  optimization: { minimize },
  stats: 'errors-warnings',
  output: {
    path: out,
    filename: '[name].[contenthash:8].js',
    assetModuleFilename: '[name].[hash:8][ext]',
    clean: true,
  },
});

/** Puts each text compressed beside itself: the proxy then compresses nothing while it serves. */
const compressedBeside = {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap('compressed-beside', (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: 'compressed-beside', stage }, (assets) => {
        for (const [name, source] of Object.entries(assets)) {
          if (!/\.(js|html|css|svg)$/.test(name)) continue;
          compilation.emitAsset(`${name}.gz`, new sources.RawSource(gzipSync(source.buffer())));
          compilation.emitAsset(`${name}.br`, new sources.RawSource(brotliCompressSync(source.buffer())));
        }
      });
    });
  },
};

const officeJsFiles = [
  ...['office.js', 'excel-web-16.00.js', 'o15apptofilemappingtable.js'],
  // Office.js's own texts, in the languages that the pane speaks.
  ...['en-us', 'de-de', 'fr-fr'],
];

/**
 * What the pane's first load is compared with: a page with the least that Fluent can be, loaded as add-ins usually are
 * (deferred), loaded as the pane is, and without Office.js.
 */
const emptyPages = [
  { filename: 'empty.html', loads: 'defer', officeJsUrl: 'office-js/office.js' },
  { filename: 'empty-async.html', loads: 'async', officeJsUrl: 'office-js/office.js' },
  { filename: 'empty-without-office.html', loads: 'defer', officeJsUrl: null },
  { filename: 'list.html', loads: 'defer', officeJsUrl: null, chunks: ['list'] },
].map(
  (page) =>
    new HtmlWebpackPlugin({
      chunks: ['empty'],
      ...page,
      template: './src/taskpane/index.html',
      inject: false,
      version,
    }),
);

/**
 * The pane. `officeJs: 'cdn'` is the product; `'npm'` puts the same Office.js beside it, for the workbench and the
 * tests, which have no network.
 */
const paneConfig = ({
  officeJs = 'cdn',
  mode = 'production',
  out = `${root}dist/pane`,
  bench = false,
} = {}) => ({
  ...base(bench ? 'pane-bench' : `pane-${officeJs}`, mode, out, bench || officeJs === 'cdn'),
  entry: {
    taskpane: './src/taskpane/main.tsx',
    'sign-in-return': './src/taskpane/sign-in-return.ts',
    ...(bench
      ? {
          empty: './src/scripts/bench-first-load/empty-page.ts',
          list: './src/scripts/bench-interaction/list-page.ts',
        }
      : {}),
  },
  context: root,
  plugins: [
    new HtmlWebpackPlugin({
      filename: 'taskpane.html',
      template: './src/taskpane/index.html',
      inject: false,
      // Office.js loads the rest of itself once the page is parsed; a deferred script of ours would hold that up.
      loads: 'async',
      chunks: ['taskpane'],
      version,
      officeJsUrl: officeJs === 'cdn' ? officeJsCdn : 'office-js/office.js',
    }),
    new HtmlWebpackPlugin({
      filename: 'sign-in-return.html',
      title: 'Signing in',
      scriptLoading: 'defer',
      chunks: ['sign-in-return'],
    }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/icon-*.png', to: 'assets/[name][ext]' },
        { from: 'src/taskpane/support.html', to: '[name][ext]' },
        ...(officeJs === 'npm'
          ? officeJsFiles.map((file) => ({
              from: `node_modules/@microsoft/office-js/dist/${file}`,
              to: `office-js/${file}`,
              info: { minimized: true },
            }))
          : []),
      ],
    }),
    ...(officeJs === 'cdn' ? [compressedBeside] : []),
    ...(bench ? emptyPages : []),
  ],
});

/** The stand-in for Excel: never part of the product. */
const workbenchConfig = ({ mode = 'production', out = `${root}dist/workbench` } = {}) => ({
  ...base('workbench', mode, out, false),
  entry: { workbench: './src/workbench/web/main.tsx' },
  context: root,
  plugins: [
    new HtmlWebpackPlugin({
      filename: 'index.html',
      template: './src/workbench/web/index.html',
      scriptLoading: 'defer',
    }),
  ],
});

/**
 * `webpack` builds the product; `webpack --env bench` the same for a machine without a network, with an empty page to compare
 * it with; `webpack --env local` what `npm start` and the browser tests need, for this machine.
 */
export default (env) =>
  env.bench
    ? paneConfig({ officeJs: 'npm', out: `${root}dist/bench/pane`, bench: true })
    : env.local
      ? [
          paneConfig({ officeJs: 'npm', out: `${root}dist/local/pane` }),
          workbenchConfig({ out: `${root}dist/local/workbench` }),
        ]
      : paneConfig();
