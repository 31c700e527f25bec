/** The tables of a store file. Bodies are canonical JSON; columns beside them are what is looked up or sorted by. */

/** The `application_id` of a store file, "TWRD" in ASCII: what tells it from any other SQLite file. */
export const APPLICATION_ID = 0x54575244

/** The `user_version` of files this program writes. A change of the tables below raises it. */
export const SCHEMA_VERSION = 2

/** What version 2 added: run inside one transaction on a file of version 1. */
export const ADD_RUNS_AND_MARKS = `
  CREATE TABLE run (
    ordinal INTEGER PRIMARY KEY,
    started_at TEXT NOT NULL,
    now TEXT NOT NULL
  ) STRICT;
  CREATE TABLE read_mark (mark TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
  PRAGMA user_version = 2;
`

/** Run inside one transaction on an empty file. */
export const CREATE_STORE = `
  CREATE TABLE fact (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    received_at TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  CREATE TABLE inventory (
    ordinal INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    loaded_at TEXT NOT NULL,
    files TEXT NOT NULL
  ) STRICT;
  CREATE TABLE act (
    ordinal INTEGER PRIMARY KEY,
    finding TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT;
  ${ADD_RUNS_AND_MARKS}
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${SCHEMA_VERSION};
`
