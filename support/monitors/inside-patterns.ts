/** Something that tells how a platform is built. */
export interface Inside {
  /** Which kind: a trace, a query, a path, a part. */
  readonly what: string
  readonly shown: string
}

/** As they are, or as in JSON. */
const [BREAK, QUOTE] = [String.raw`(?:^|\s|\\n|>)`, String.raw`\\{0,3}["'\x60]`]
const NAME = String.raw`(?:${QUOTE})?[a-z_][\w.]*(?:${QUOTE})?`
const CONDITION = String.raw`where ${NAME} ?(?:=|<|>|in ?\(|is |i?like )`
const CODE = String.raw`(?:[cm]?[jt]sx?|py|go|java|rb|rs|php|sql)`

const pattern = (source: string, flags = ''): RegExp => new RegExp(source, flags)

/** Nobody writes like that in plain words: it may stand nowhere. */
const ANYWHERE: readonly (readonly [string, RegExp])[] = [
  ['a part', /\[object [A-Z]\w+\]/],
  ['a trace', pattern(String.raw`${BREAK}at [^\n"]{0,160}?[A-Za-z\])>]:\d+:\d+\)?`)],
  ['a trace', /Traceback \(most recent call last\)|goroutine \d+ \[|\bnode:internal\/|"stack_?trace"/i],
  ['a trace', pattern(String.raw`\bFile ${QUOTE}[^"']{1,200}\.py${QUOTE}, line \d+`)],
  ['a trace', pattern(String.raw`\b[\w-]+\.${CODE}:\d+`)],
  ['a path', /\b(?:node_modules|site-packages|dist-packages)[\\/]|\bfile:\/\/\//],
  ['a path', /(?<![\w./:-])\/(?:etc|opt|srv|usr|var)\/[\w@./-]*\w/],
  ['a path', pattern(String.raw`(?<![\w./:-])/(?:app|home|root|src|tmp|work)/(?:[\w@.-]+/)*[\w@-]+\.\w+`)],
  ['a path', /(?<!\w)[A-Z]:\\{1,2}(?:[\w .-]+\\{1,2})+[\w.-]+/],
  ['a query', pattern(String.raw`\bselect\s[^;]{1,400}?\sfrom ${NAME}(?: as)?(?: \w+)? ${CONDITION}`, 'i')],
  ['a query', /\bselect (?:\*|count\([\w*.]+\)|(?:[\w.]+, ?)*[\w.]+_\w+(?:, ?[\w.]+)*) from [\w".]+/i],
  [
    'a query',
    pattern(String.raw`\binsert into ${NAME} ?(?:\(|values ?\()|\bdelete from ${NAME} ${CONDITION}`, 'i'),
  ],
  ['a query', pattern(String.raw`\bupdate ${NAME} set ${NAME} ?=`, 'i')],
  [
    'a query',
    /\bSQLSTATE\b|syntax error at or near|duplicate key value|violates [\w-]+(?: \w+)? constraint/i,
  ],
  [
    'a query',
    pattern(String.raw`\b(?:relation|column|table) ${QUOTE}[\w.]+${QUOTE} (?:does not|of relation)`, 'i'),
  ],
  ['a part', /\b(?:ECONNREFUSED|ECONNRESET|EADDRINUSE|ENOENT|EACCES|ENOTFOUND|EAI_AGAIN|FST_ERR_\w+)\b/],
  [
    'a part',
    /\b(?:Postgres|Sql|Redis|Mongo|Axios|Zod|Type|Reference|Operational|Integrity|Key|Attribute)Error\b/,
  ],
]

/** What a platform is built of: no secret in an ordinary answer, and nobody's business where something has failed. */
const PART =
  /\b(?:postgres(?:ql)?|psycopg\d?|asyncpg|sqlalchemy|mysql\w*|sqlite\d?|mongodb|mongoose|redis|ioredis|clickhouse|knex|sequelize|fastify|uvicorn|gunicorn|starlette|pydantic|axios|undici|django|hibernate|langchain)\b|\b(?:127\.0\.0\.1|localhost):\d+/i
const ADDRESS = /\bhttps?:\/\/[^\s"']+/g

/** What tells how a platform is built, if anything does. @param isFault whether the text says that something failed */
export function insidesIn(text: string, isFault: boolean): Inside[] {
  const found = ANYWHERE.flatMap(([what, inside]) => shownBy(what, inside.exec(text)))
  if (!isFault) return found
  return [...found, ...shownBy('a part', PART.exec(text.replace(ADDRESS, '')))]
}

function shownBy(what: string, match: RegExpExecArray | null): Inside[] {
  return match ? [{ what, shown: match[0].trim() }] : []
}
