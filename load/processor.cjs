// What Artillery calls by the names that stand in netra.yml.
require('ts-node/register')
module.exports = require('./visitor.ts')
