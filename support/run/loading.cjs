// TypeScript is loaded by ts-node (types are checked apart, by `npm run check`), and what is compiled is kept.
process.env.NODE_COMPILE_CACHE ??= require('node:path').resolve('node_modules/.cache/netra/compiled')
require('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE)
require('ts-node/register')
