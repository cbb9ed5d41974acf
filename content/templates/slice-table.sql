-- Slice table: error rate for each group, with cases, a 95 % interval and the change since the last release.
-- Runs in DuckDB as it stands. Replace the example rows with one row for each evaluated case and release.
CREATE OR REPLACE TEMP TABLE cases AS
SELECT
  release,
  CASE WHEN n % 10 < 6 THEN 'DE' WHEN n % 10 < 9 THEN 'FR' ELSE 'PT' END AS country,
  CASE WHEN n % 7 = 0 THEN 'new' ELSE 'known' END AS customer,
  -- The candidate is better on average and worse for one group.
  (n // 10 * 37 + n * 13) % 100 < CASE WHEN n % 10 = 9 THEN 12 ELSE 8 END
    + CASE WHEN release = 'live' THEN 0 WHEN n % 10 = 9 THEN 12 ELSE -3 END AS wrong
FROM range(0, 1000) AS numbers (n), (VALUES ('live'), ('candidate')) AS releases (release);

-- The groups named before the launch, each with its limit. Any other group is reported and stops nothing.
CREATE OR REPLACE TEMP TABLE limits (dimension TEXT, slice TEXT, most_errors DOUBLE);
INSERT INTO limits VALUES
  ('all', 'all', 0.10), ('country', 'DE', 0.10), ('country', 'FR', 0.10), ('country', 'PT', 0.15),
  ('customer', 'new', 0.10), ('customer', 'returning', 0.10);

WITH sliced AS (
  SELECT release, 'all' AS dimension, 'all' AS slice, wrong FROM cases
  UNION ALL SELECT release, 'country', country, wrong FROM cases
  UNION ALL SELECT release, 'customer', customer, wrong FROM cases
  UNION ALL SELECT release, 'country and customer', country || ' ' || customer, wrong FROM cases
),
rates AS (
  SELECT dimension, slice, release, count(*) AS n, avg(wrong::INTEGER) AS p, 1.96 AS z
  FROM sliced
  GROUP BY ALL
),
bounds AS ( -- Wilson interval: honest for small groups and for rates near zero
  SELECT
    *,
    (p + z * z / (2 * n) - z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n) AS low,
    (p + z * z / (2 * n) + z * sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n) AS high
  FROM rates
)
SELECT
  dimension, slice, c.n AS candidate_cases,
  round(100 * l.p, 1) AS live_errors_pct,
  round(100 * c.p, 1) AS candidate_errors_pct,
  round(100 * c.low, 1) AS low_pct,
  round(100 * c.high, 1) AS high_pct,
  round(100 * (c.p - l.p), 1) AS change_points,
  CASE
    WHEN c.n IS NULL THEN 'no cases'
    WHEN c.n < 50 THEN 'too few cases'
    WHEN c.p > most_errors THEN 'stop'
    WHEN most_errors IS NULL THEN 'no limit'
    WHEN c.high > most_errors THEN 'ok, but close'
    ELSE 'ok'
  END AS verdict
FROM (FROM bounds WHERE release = 'candidate') AS c
LEFT JOIN (FROM bounds WHERE release = 'live') AS l USING (dimension, slice)
FULL JOIN limits USING (dimension, slice) -- a named group without any case shows up, too
ORDER BY verdict = 'stop' DESC, most_errors IS NULL, change_points DESC;
-- CC BY 4.0, Trivium
