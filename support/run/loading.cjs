// TypeScript is loaded by ts-node (types are checked apart, by `npm run check`), and what is compiled is kept.
process.env.NODE_COMPILE_CACHE ??= require('node:path').resolve('node_modules/.cache/netra/compiled')
// ts-node's own would keep the same once more, among temporary files, and take everything for a script where those are full.
process.env.DISABLE_V8_COMPILE_CACHE = '1'
require('node:module').enableCompileCache(process.env.NODE_COMPILE_CACHE)
require('ts-node/register')
