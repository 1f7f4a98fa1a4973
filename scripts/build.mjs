// Builds `dist/`: the client as CommonJS chunks that load on demand, the sandbox as one ES module.
//
// Why two steps for the client: only CommonJS starts fast enough on Node 20 (docs/performance.md), but esbuild
// splits code at `import()` in ES modules only. So it bundles and splits first, and each chunk is then converted.
import { build, transform } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const target = 'node20.19';

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
    external: ['@napi-rs/keyring'],
  });
  await Promise.all(
    outputFiles.map(async (file) => {
      const { code } = await transform(file.text, {
        format: 'cjs',
        platform: 'node',
        target,
        minifyWhitespace: true,
        legalComments: 'inline',
        // `import()` of a sibling becomes `require()`, which spares the start-up of Node's ES module loader.
        supported: { 'dynamic-import': false },
      });
      await mkdir(path.dirname(file.path), { recursive: true });
      await writeFile(file.path, code);
    }),
  );
  // Tells which source files a chunk holds: test/process/start.test.ts asks it what a command loads.
  await writeFile(path.join(dist, 'metafile.json'), JSON.stringify(metafile.outputs));
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
