// Builds `dist/`: the client as CommonJS that loads on demand, the sandbox as one ES module.
//
// Only CommonJS starts fast enough on Node 20 (docs/performance.md), but esbuild splits code at `import()` in ES modules
// only. So it bundles and splits first, and each chunk is then converted. What every start needs becomes one file again:
// a dozen small ones cost more to find than to read.
import { build, transform } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const target = 'node20.19';

/** commander can run subcommands as programs of their own; ours are none, and the module would cost every start. */
const withoutChildProcess = {
  name: 'commander-without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /node_modules\/commander\//.test(importer) ? { path: 'child_process', namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {}' }));
  },
};

/** Catalogs as JSON: V8 reads that five times as fast as the same texts in an object literal. */
const catalogsAsJson = {
  name: 'catalogs-as-json',
  setup({ onLoad }) {
    onLoad({ filter: /src\/i18n\/\w\w\/(?:index|findings)\.ts$/ }, async ({ path: file }) => {
      const { outputFiles } = await build({
        entryPoints: [file],
        bundle: true,
        write: false,
        format: 'cjs',
        platform: 'node',
      });
      const module = { exports: {} };
      new Function('module', 'exports', outputFiles[0].text)(module, module.exports);
      const lines = Object.entries(module.exports).map(
        ([name, texts]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(texts))});`,
      );
      return { contents: lines.join('\n'), loader: 'js' };
    });
  },
};

await rm(dist, { recursive: true, force: true });
await Promise.all([buildClient(), buildSandbox()]);

async function buildClient() {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { main: 'src/bin.ts', 'keychain-child': 'src/platform/keychain-child.ts' },
    outdir: dist,
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target,
    chunkNames: 'chunks/[name]-[hash]',
    legalComments: 'inline',
    // The second reads its fonts from files beside its own, the third starts a thread from one.
    external: ['@napi-rs/keyring', 'pdfkit', 'xmllint-wasm'],
    plugins: [withoutChildProcess, catalogsAsJson],
  });
  const outputs = metafile.outputs;
  const core = closureOf('dist/main.js', outputs);
  const files = new Map(
    await Promise.all(
      outputFiles.map(async ({ path: file, text }) => [path.relative(root, file), await toCommonJs(text)]),
    ),
  );
  const written = { ...Object.fromEntries(Object.entries(outputs).filter(([name]) => !core.has(name))) };
  written['dist/main.js'] = { inputs: Object.assign({}, ...[...core].map((name) => outputs[name].inputs)) };
  await mkdir(path.join(dist, 'chunks'), { recursive: true });
  await writeFile(path.join(dist, 'main.js'), merged(core, files));
  for (const [name, code] of files) {
    if (!core.has(name))
      await writeFile(
        path.join(root, name),
        linked(name, code, core, `require(${relative(name, 'dist/main.js')}).part`),
      );
  }
  // Tells which source files a file of dist holds: test/process/start.test.ts asks it what a command loads.
  await writeFile(path.join(dist, 'metafile.json'), JSON.stringify(written));
}

async function toCommonJs(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target,
    minifyWhitespace: true,
    legalComments: 'inline',
    // `import()` of a sibling becomes `require()`, which spares the start-up of Node's ES module loader.
    supported: { 'dynamic-import': false },
  });
  return withoutCopies(code);
}

/**
 * Has a chunk hand out its exports themselves. esbuild hands out a copy whose getters look up the export by its name on every
 * access: called from another chunk for every element of a file, that cost a fifth of `salary check`.
 */
function withoutCopies(code) {
  const direct = code.replace(
    /module\.exports=__toCommonJS\((\w+)\)/,
    'module.exports=__defProp($1,"__esModule",{value:true})',
  );
  if (direct === code && code.includes('__toCommonJS')) throw new Error('esbuild writes exports in another way now');
  return direct;
}

/** A file and all that it imports statically. */
function closureOf(entry, outputs) {
  const names = new Set([entry]);
  for (const name of names) {
    for (const { path: imported, kind } of outputs[name].imports)
      if (kind === 'import-statement' && imported in outputs) names.add(imported);
  }
  return names;
}

/** The core as one file: each chunk a function, run when it is first asked for. */
function merged(core, files) {
  const parts = [...core].map(
    (name) => `${JSON.stringify(name)}(module,exports){${linked(name, files.get(name), core, 'part', 'dist/main.js')}}`,
  );
  return `'use strict';
const parts={${parts.join(',\n')}};
const loaded=new Map();
function part(name){let module=loaded.get(name);if(module===undefined){loaded.set(name,module={exports:{}});parts[name](module,module.exports)}return module.exports}
exports.part=part;
exports.run=(...words)=>part('dist/main.js').run(...words);
`;
}

/** Requires of chunks: those of the core by name, the others from where the code will stand. */
function linked(name, code, core, part, place = name) {
  return code.replace(/require\("(\.{1,2}\/[^"]+)"\)/g, (_call, reference) => {
    const found = path.posix.join(path.posix.dirname(name), reference);
    return core.has(found) ? `${part}(${JSON.stringify(found)})` : `require(${relative(place, found)})`;
  });
}

function relative(from, to) {
  const way = path.posix.relative(path.posix.dirname(from), to);
  return JSON.stringify(way.startsWith('.') ? way : `./${way}`);
}

async function buildSandbox() {
  await build({
    absWorkingDir: root,
    entryPoints: { main: 'sandbox/main.ts' },
    outdir: path.join(dist, 'sandbox'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target,
  });
}
