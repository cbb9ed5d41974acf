-- Label delay: join late outcomes to predictions. Runs in DuckDB as it stands.
-- Replace the two example tables with yours, and set "today" to current_date.
CREATE OR REPLACE TEMP TABLE settings AS
SELECT DATE '2026-09-30' AS today, 90 AS mature_days; -- after mature_days, no more outcomes are expected

CREATE OR REPLACE TEMP TABLE predictions AS -- 20 a day for half a year
SELECT
  i AS id, DATE '2026-04-01' + CAST(i // 20 AS INTEGER) AS predicted_on, 'fraud-v7' AS model,
  (i * 37 % 100) / 100.0 AS score
FROM range(0, 3640) AS t(i);

CREATE OR REPLACE TEMP TABLE outcomes AS -- bad outcomes come early here, good ones late, one in ten never
SELECT
  id, outcome,
  predicted_on + CAST(CASE WHEN outcome = 1 THEN 3 + id * 7 % 20 ELSE 10 + id * 13 % 50 END AS INTEGER) AS arrived_on
FROM (SELECT *, CASE WHEN id * 53 % 100 < score * 40 THEN 1 ELSE 0 END AS outcome FROM predictions WHERE id % 10 <> 3)
WHERE arrived_on <= (SELECT today FROM settings);

CREATE OR REPLACE TEMP TABLE joined AS -- no outcome yet means open, not negative
SELECT p.*, o.outcome, o.arrived_on - p.predicted_on AS delay, s.today - p.predicted_on AS age
FROM predictions AS p LEFT JOIN outcomes AS o USING (id) CROSS JOIN settings AS s;

-- 1. How many outcomes are in at which age? Only predictions old enough to have had the whole time.
SELECT
  days, count(*) AS predictions,
  round(avg(CASE WHEN delay <= days THEN 1.0 ELSE 0 END), 3) AS share_arrived,
  round(avg(outcome) FILTER (WHERE delay <= days), 3) AS positive_rate_so_far -- moves if early outcomes are not typical
FROM joined CROSS JOIN (VALUES (7), (14), (30), (60), (90)) AS a(days) CROSS JOIN settings
WHERE age >= mature_days
GROUP BY days ORDER BY days;

-- 2. The cut-off: the age at which 95 % of all outcomes that ever arrive are in, and the newest day fit for training.
CREATE OR REPLACE TEMP TABLE cut_off AS
SELECT CAST(quantile_disc(delay, 0.95) AS INTEGER) AS wait_days
FROM joined CROSS JOIN settings WHERE age >= mature_days AND delay IS NOT NULL;
SELECT wait_days, today - wait_days AS newest_day_for_training FROM cut_off CROSS JOIN settings;

-- 3. Live quality by week, and which weeks must not be trusted yet.
SELECT
  CAST(date_trunc('week', predicted_on) AS DATE) AS week, model, count(*) AS predictions,
  count(*) FILTER (WHERE outcome IS NULL) AS still_open,
  round(avg((score - outcome) ** 2), 3) AS brier_of_known,
  CASE WHEN min(age) >= any_value(wait_days) THEN 'ok' ELSE 'too early' END AS verdict
FROM joined CROSS JOIN cut_off
GROUP BY ALL ORDER BY week, model;
-- CC BY 4.0, Trivium
