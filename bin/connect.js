#!/usr/bin/env node
'use strict';
const [major, minor] = process.versions.node.split('.').map(Number);
const argv = process.argv.slice(2);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`connect needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else if (argv.length === 1 && argv[0] === '--version') {
  // Scripts ask this often, and it needs nothing else; a stream alone would cost a tenth of the start.
  require('node:fs').writeSync(1, `${require('../package.json').version}\n`);
} else {
  const dist = require('node:path').join(__dirname, '..', 'dist');
  require('../dist/main.js').run(argv, dist);
}
