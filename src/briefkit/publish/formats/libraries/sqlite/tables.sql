-- A library of policy briefs. A column that bears the name of a table, in the singular, holds the key of that table.
-- `brief` is null where the volume itself speaks. `file` and `line` say where the file has it.

CREATE TABLE volumes (
  title TEXT NOT NULL,
  subtitle TEXT,
  date TEXT,               -- YYYY, YYYY-MM or YYYY-MM-DD, as everywhere
  language TEXT NOT NULL,  -- BCP 47
  publisher TEXT,
  place TEXT,
  url TEXT,
  based_on TEXT,           -- citation key of the publication that is restated
  file TEXT NOT NULL
);

CREATE TABLE briefs (
  brief TEXT PRIMARY KEY,  -- australia
  number INTEGER NOT NULL, -- place in the library, from 1
  title TEXT NOT NULL,
  subtitle TEXT,
  subject TEXT,
  partner TEXT,
  date TEXT,
  language TEXT NOT NULL,
  summary TEXT,            -- Markdown
  based_on TEXT,
  file TEXT NOT NULL
);

CREATE TABLE authors (
  brief TEXT NOT NULL REFERENCES briefs,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  affiliation TEXT,
  orcid TEXT,
  email TEXT,
  PRIMARY KEY (brief, number)
);

CREATE TABLE questions (
  question TEXT PRIMARY KEY, -- us_cooperation
  number INTEGER NOT NULL,
  letter TEXT NOT NULL,      -- U, as in U1
  name TEXT NOT NULL,        -- US cooperation
  wording TEXT NOT NULL      -- Does US cooperation help?
);

CREATE TABLE answers (
  brief TEXT NOT NULL REFERENCES briefs,
  question TEXT NOT NULL REFERENCES questions,
  stance TEXT,               -- of a yes-no question
  because TEXT,
  overview TEXT,             -- Markdown
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  PRIMARY KEY (brief, question)
);

CREATE TABLE points (
  point TEXT PRIMARY KEY,    -- australia:regional-order, stable
  brief TEXT NOT NULL REFERENCES briefs,
  question TEXT NOT NULL REFERENCES questions,
  id TEXT NOT NULL,          -- regional-order
  number INTEGER NOT NULL,   -- place in the answer, from 1
  label TEXT NOT NULL,       -- G1; changes when points move
  statement TEXT NOT NULL,
  detail TEXT,               -- Markdown
  stance TEXT,
  horizon TEXT,
  deadline TEXT,
  group_name TEXT,           -- heading under which it stands with others
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  FOREIGN KEY (brief, question) REFERENCES answers
);

CREATE TABLE point_choices ( -- fields that only some question sets have
  point TEXT NOT NULL REFERENCES points,
  field TEXT NOT NULL,
  choice TEXT NOT NULL,
  PRIMARY KEY (point, field)
);

CREATE TABLE themes (
  theme TEXT PRIMARY KEY,    -- us-alliance
  name TEXT,                 -- null where the volume does not list it
  description TEXT
);

CREATE TABLE point_themes (
  point TEXT NOT NULL REFERENCES points,
  theme TEXT NOT NULL REFERENCES themes,
  PRIMARY KEY (point, theme)
);

CREATE TABLE actors (
  actor TEXT PRIMARY KEY,    -- United States
  kind TEXT,                 -- state, office, organisation or group; null where the volume does not list it
  part_of TEXT               -- the actor, as the volume names it, to which this one belongs
);

CREATE TABLE point_actors (  -- who is asked to act
  point TEXT NOT NULL REFERENCES points,
  actor TEXT NOT NULL REFERENCES actors,
  PRIMARY KEY (point, actor)
);

CREATE TABLE links (
  point TEXT NOT NULL REFERENCES points,
  kind TEXT NOT NULL,        -- addresses, rests_on or obstructs
  target TEXT NOT NULL REFERENCES points (point),
  serves INTEGER NOT NULL,   -- 1 where the point answers its target; 0 for obstacles and for points that speak against
  PRIMARY KEY (point, kind, target)
);

CREATE TABLE claims (        -- points of the volume's conclusion
  claim TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  statement TEXT NOT NULL,
  detail TEXT,               -- Markdown
  scope TEXT,                -- all or some
  file TEXT NOT NULL,
  line INTEGER NOT NULL
);

CREATE TABLE claim_themes (
  claim TEXT NOT NULL REFERENCES claims,
  theme TEXT NOT NULL REFERENCES themes,
  PRIMARY KEY (claim, theme)
);

CREATE TABLE claim_evidence (
  claim TEXT NOT NULL REFERENCES claims,
  point TEXT NOT NULL REFERENCES points,
  PRIMARY KEY (claim, point)
);

CREATE TABLE sources (
  source TEXT PRIMARY KEY,   -- australia:satake-2015, or volume:satake-2015
  brief TEXT REFERENCES briefs,
  citation_key TEXT NOT NULL,
  type TEXT NOT NULL,        -- of CSL
  authors TEXT,              -- in one text
  title TEXT,
  container_title TEXT,
  publisher TEXT,
  issued TEXT,
  url TEXT,
  entry TEXT NOT NULL,       -- as a bibliography prints it
  csl TEXT NOT NULL,         -- the whole item, as CSL-JSON
  file TEXT NOT NULL,
  line INTEGER NOT NULL
);

CREATE TABLE citations (     -- a row each time that a source is cited
  citation INTEGER PRIMARY KEY,
  source TEXT NOT NULL REFERENCES sources,
  brief TEXT REFERENCES briefs,
  point TEXT REFERENCES points, -- null outside of points
  place TEXT NOT NULL,       -- australia:R1, australia:summary, volume:introduction
  file TEXT NOT NULL,
  line INTEGER NOT NULL
);

CREATE TABLE figures (
  figure TEXT PRIMARY KEY,   -- australia:aid-by-year
  brief TEXT NOT NULL REFERENCES briefs,
  id TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,        -- bar, line, dot, table or image
  title TEXT NOT NULL,
  unit TEXT,
  alt TEXT NOT NULL,         -- what it shows, for who does not see it
  source_note TEXT,          -- Markdown: where it comes from
  point TEXT REFERENCES points, -- the point to which it belongs
  image TEXT,                -- path of a picture, from the library's folder
  is_lost INTEGER NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL
);

CREATE TABLE figure_values (
  figure TEXT NOT NULL REFERENCES figures,
  row INTEGER NOT NULL,      -- from 1
  series INTEGER NOT NULL,   -- from 1
  label TEXT NOT NULL,       -- what the value is of
  series_name TEXT,          -- null in a figure with one value a row
  value REAL NOT NULL,
  typed TEXT NOT NULL,       -- as in the file
  PRIMARY KEY (figure, row, series)
);

CREATE TABLE abbreviations (
  brief TEXT REFERENCES briefs,
  abbreviation TEXT NOT NULL,
  expansion TEXT NOT NULL
);

CREATE TABLE editorial_notes (
  note TEXT PRIMARY KEY,     -- australia:1
  brief TEXT REFERENCES briefs,
  number INTEGER NOT NULL,
  says TEXT NOT NULL,        -- Markdown
  file TEXT NOT NULL,
  line INTEGER NOT NULL
);

CREATE TABLE editorial_note_places (
  note TEXT NOT NULL REFERENCES editorial_notes,
  at TEXT NOT NULL,          -- id of a point, ref:KEY of a source, an abbreviation, a field
  PRIMARY KEY (note, at)
);

CREATE TABLE waivers (       -- findings that the editor accepts
  waiver INTEGER PRIMARY KEY,
  brief TEXT REFERENCES briefs,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL
);

CREATE TABLE waiver_places ( -- none where the whole file is meant
  waiver INTEGER NOT NULL REFERENCES waivers,
  at TEXT NOT NULL,
  PRIMARY KEY (waiver, at)
);

CREATE TABLE texts (         -- every text in which words stand, without markup
  text INTEGER PRIMARY KEY,
  brief TEXT REFERENCES briefs,
  point TEXT REFERENCES points,
  label TEXT,                -- of the point
  place TEXT NOT NULL,       -- australia:R1, australia:summary, volume:introduction
  field TEXT NOT NULL,       -- statement, detail, overview, summary …
  words TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL
);

CREATE VIRTUAL TABLE search USING fts5 ( -- the same for full-text search; accents do not count
  words,
  brief UNINDEXED,
  point UNINDEXED,
  label UNINDEXED,
  place UNINDEXED,
  field UNINDEXED,
  content = 'texts',
  content_rowid = 'text',
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE INDEX links_target ON links (target);
CREATE INDEX points_brief ON points (brief, question);
CREATE INDEX point_themes_theme ON point_themes (theme);
CREATE INDEX point_actors_actor ON point_actors (actor);
CREATE INDEX citations_source ON citations (source);
CREATE INDEX citations_point ON citations (point);
