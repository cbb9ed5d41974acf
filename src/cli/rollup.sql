-- What many teams share, asked in SQL of the tables that "trivium rollup" writes ("trivium rollup --help" has the schema).
-- The numbers are the same as in rollup.json; a test compares them. Counts cover these teams and no others: they are
-- neither a benchmark nor a norm, and nothing here ranks teams.
--
-- Part 1 loads the tables and is for DuckDB: run "duckdb < rollup.sql" in the folder of the files. On a warehouse, load
-- the files as tables of the same names with its own tools, and run part 2 as it is.
--
-- Part 2, the questions, uses: SELECT, JOIN, LEFT JOIN, UNION ALL, common table expressions (WITH), GROUP BY, CASE, COUNT, SUM, MIN,
-- MAX, CAST, FLOOR, ROW_NUMBER and COUNT with OVER (PARTITION BY). All of it is SQL:2003, which PostgreSQL, Snowflake,
-- BigQuery, Redshift, Databricks and SQL Server share. Nothing is specific to DuckDB. All sums are of whole numbers.
-- (SQL Server has no boolean columns: write "lowest = 1" for "lowest" there.)

-- Part 1: loading

CREATE OR REPLACE VIEW teams AS SELECT * FROM read_parquet('teams.parquet');
CREATE OR REPLACE VIEW profiles AS SELECT * FROM read_parquet('profiles.parquet');
CREATE OR REPLACE VIEW answers AS SELECT * FROM read_parquet('answers.parquet');
CREATE OR REPLACE VIEW signals AS SELECT * FROM read_parquet('signals.parquet');
CREATE OR REPLACE VIEW items AS SELECT * FROM read_parquet('items.parquet');

-- Part 2: questions

-- question: items
-- What do the teams answer to each question? Levels up to {gap} of a practice hurt, and levels from {trouble} of a symptom. The
-- median is the lower of two middle values. A level that is neither measured nor shown is only claimed.
WITH known AS (
  SELECT item, level,
    ROW_NUMBER() OVER (PARTITION BY item ORDER BY level) AS place,
    COUNT(*) OVER (PARTITION BY item) AS n
  FROM answers
  WHERE state = 'level'
), middle AS (
  SELECT item, level AS median FROM known WHERE 2 * place = n OR 2 * place = n + 1
)
SELECT
  items.item,
  COUNT(answers.level) AS known,
  SUM(CASE WHEN answers.level = 0 THEN 1 ELSE 0 END) AS level_0,
  SUM(CASE WHEN answers.level = 1 THEN 1 ELSE 0 END) AS level_1,
  SUM(CASE WHEN answers.level = 2 THEN 1 ELSE 0 END) AS level_2,
  SUM(CASE WHEN answers.level = 3 THEN 1 ELSE 0 END) AS level_3,
  SUM(CASE WHEN answers.level = 4 THEN 1 ELSE 0 END) AS level_4,
  SUM(CASE WHEN items.kind = 'practice' AND answers.level <= {gap} THEN 1
           WHEN items.kind = 'symptom' AND answers.level >= {trouble} THEN 1 ELSE 0 END) AS hurting,
  CASE WHEN items.kind = 'practice' THEN SUM(CASE WHEN answers.level < answers.target THEN 1 ELSE 0 END) END AS below,
  SUM(CASE WHEN answers.evidence = 'measured' THEN 1 ELSE 0 END) AS measured,
  SUM(CASE WHEN answers.evidence = 'shown' THEN 1 ELSE 0 END) AS shown,
  SUM(answers.level) AS sum_of_levels,
  middle.median,
  MIN(answers.level) AS lowest_level,
  MAX(answers.level) AS highest_level,
  SUM(CASE WHEN answers.state = 'dk' THEN 1 ELSE 0 END) AS dk,
  SUM(CASE WHEN answers.state = 'na' THEN 1 ELSE 0 END) AS na,
  SUM(CASE WHEN answers.state = 'unanswered' THEN 1 ELSE 0 END) AS unanswered
FROM items
JOIN answers ON answers.item = items.item
LEFT JOIN middle ON middle.item = items.item
GROUP BY items.item, items.kind, middle.median
ORDER BY items.item;

-- question: shared_gaps
-- Which practices hurt in most teams? Then by teams below their own target, then by id.
SELECT
  items.item,
  SUM(CASE WHEN answers.level <= {gap} THEN 1 ELSE 0 END) AS hurting,
  SUM(CASE WHEN answers.level < answers.target THEN 1 ELSE 0 END) AS below
FROM items
JOIN answers ON answers.item = items.item
WHERE items.kind = 'practice'
GROUP BY items.item
HAVING SUM(CASE WHEN answers.level <= {gap} THEN 1 ELSE 0 END) > 0
ORDER BY hurting DESC, below DESC, items.item;

-- question: variables
-- How do the scores of each V spread?
WITH scored AS (
  SELECT variable, point,
    ROW_NUMBER() OVER (PARTITION BY variable ORDER BY point) AS place,
    COUNT(*) OVER (PARTITION BY variable) AS n
  FROM profiles
  WHERE point IS NOT NULL
), middle AS (
  SELECT variable, point AS median FROM scored WHERE 2 * place = n OR 2 * place = n + 1
)
SELECT
  profiles.variable,
  COUNT(profiles.point) AS scored,
  SUM(profiles.point) AS sum_of_points,
  middle.median,
  MIN(profiles.point) AS lowest_point,
  MAX(profiles.point) AS highest_point,
  SUM(CASE WHEN profiles.lowest THEN 1 ELSE 0 END) AS looks_lowest
FROM profiles
LEFT JOIN middle ON middle.variable = profiles.variable
GROUP BY profiles.variable, middle.median
ORDER BY profiles.variable;

-- question: words
-- How many teams have each word for each V?
SELECT variable, word, COUNT(*) AS teams
FROM profiles
GROUP BY variable, word
ORDER BY variable, word;

-- question: signals
-- How many teams have each reading of each signal?
SELECT signal, status, COUNT(*) AS teams
FROM signals
GROUP BY signal, status
ORDER BY signal, status;

-- question: versions
-- Which versions of the pack did the teams answer, and how many have answers to read again?
SELECT pack_version, COUNT(*) AS teams, SUM(CASE WHEN reread > 0 THEN 1 ELSE 0 END) AS rereading
FROM teams
GROUP BY pack_version
ORDER BY pack_version;

-- question: points
-- What is each team's score, worked out again from its answers? Weighted levels S over weights W give 25 S / W points,
-- rounded half up; none where less than {share} % of the weight is known. Equal to "point" in the table of profiles.
WITH weighed AS (
  SELECT answers.team, items.variable,
    SUM(CASE WHEN answers.level IS NOT NULL THEN items.weight * answers.level ELSE 0 END) AS s,
    SUM(CASE WHEN answers.level IS NOT NULL THEN items.weight ELSE 0 END) AS w,
    SUM(CASE WHEN answers.state <> 'na' THEN items.weight ELSE 0 END) AS applicable
  FROM answers
  JOIN items ON items.item = answers.item
  WHERE items.kind = 'practice'
  GROUP BY answers.team, items.variable
)
SELECT team, variable,
  CASE WHEN w > 0 AND w >= {coverage} * applicable - 1e-9 THEN CAST(FLOOR((50 * s + w) / (2 * w)) AS INTEGER) END AS point
FROM weighed
ORDER BY team, variable;
