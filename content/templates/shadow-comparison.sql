-- Shadow comparison: live model and candidate on the same requests. Runs in DuckDB as it stands.
-- Replace the example rows with your log: one row for each request and model.
CREATE OR REPLACE TEMP TABLE answers (request_id INTEGER, model TEXT, score DOUBLE, latency_ms INTEGER, status TEXT);
INSERT INTO answers VALUES
  (1, 'live', 0.12, 40, 'ok'), (1, 'candidate', 0.14, 55, 'ok'),
  (2, 'live', 0.81, 38, 'ok'), (2, 'candidate', 0.35, 61, 'ok'),
  (3, 'live', 0.44, 45, 'ok'), (3, 'candidate', 0.47, 52, 'ok'),
  (4, 'live', 0.07, 41, 'ok'), (4, 'candidate', NULL, 2000, 'timeout'),
  (5, 'live', 0.66, 39, 'ok'), (5, 'candidate', 0.58, 58, 'ok');

-- What counts as another decision, and the limits, agreed before the trial began. Keep the date.
CREATE OR REPLACE TEMP TABLE agreed AS
SELECT
  0.50 AS decision_threshold, 0.02 AS most_decisions_changed, 0.01 AS most_failures, 100 AS most_p95_ms,
  5000 AS least_requests, DATE '2026-03-02' AS agreed_on;

CREATE OR REPLACE TEMP TABLE pairs AS
SELECT
  request_id, l.score AS live_score, c.score AS candidate_score, abs(c.score - l.score) AS difference,
  (l.score >= decision_threshold) <> (c.score >= decision_threshold) AS decision_changed,
  c.latency_ms AS candidate_ms, c.status <> 'ok' OR c.score IS NULL AS candidate_failed -- no answer is a failure, too
FROM (FROM answers WHERE model = 'live' AND status = 'ok') AS l
LEFT JOIN (FROM answers WHERE model = 'candidate') AS c USING (request_id)
CROSS JOIN agreed;

-- 1. The verdict: every line has to say ok.
WITH measured AS (
  SELECT
    count(*) AS requests,
    avg(CASE WHEN decision_changed THEN 1.0 ELSE 0 END) AS decisions_changed,
    avg(CASE WHEN candidate_failed THEN 1.0 ELSE 0 END) AS failures,
    round(quantile_cont(candidate_ms, 0.95)) AS p95_ms
  FROM pairs
)
SELECT 'requests compared' AS measure, requests AS value, least_requests AS "limit",
  CASE WHEN requests >= least_requests THEN 'ok' ELSE 'too few' END AS verdict FROM measured, agreed
UNION ALL SELECT 'share of decisions changed', decisions_changed, most_decisions_changed,
  CASE WHEN decisions_changed <= most_decisions_changed THEN 'ok' ELSE 'stop' END FROM measured, agreed
UNION ALL SELECT 'share of failures', failures, most_failures,
  CASE WHEN failures <= most_failures THEN 'ok' ELSE 'stop' END FROM measured, agreed
UNION ALL SELECT 'p95 latency, ms', p95_ms, most_p95_ms,
  CASE WHEN p95_ms <= most_p95_ms THEN 'ok' ELSE 'stop' END FROM measured, agreed;

-- 2. The twenty largest differences, failures first. Somebody marks each: better, worse or unclear.
SELECT request_id, live_score, candidate_score, difference, decision_changed, candidate_failed, '' AS mark
FROM pairs
ORDER BY candidate_failed DESC, difference DESC
LIMIT 20;
-- CC BY 4.0, Trivium
