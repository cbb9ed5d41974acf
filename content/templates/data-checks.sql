-- Ten data checks: eight on input, two on predictions. Runs in DuckDB as it stands; a row that says FAILED is a failed check.
-- Replace the example rows with your batch, its predecessor and your predictions, and each limit with one you can defend.
CREATE OR REPLACE TEMP TABLE orders (id INTEGER, country TEXT, age INTEGER, amount_eur DOUBLE, created_at TIMESTAMP);
INSERT INTO orders VALUES
  (1, 'DE', 34, 19.90, TIMESTAMP '2026-03-11 08:10:00'), (2, 'FR', 51, 240.00, TIMESTAMP '2026-03-11 09:42:00'),
  (3, 'DE', -1, 35.50, TIMESTAMP '2026-03-11 11:05:00'), (4, 'PT', NULL, 12.00, TIMESTAMP '2026-03-11 13:20:00'),
  (4, 'XX', 28, 99000.00, TIMESTAMP '2026-03-11 17:58:00');
CREATE OR REPLACE TEMP TABLE orders_before AS -- the same weekday last week
SELECT n AS id, 'DE' AS country, 30 + n AS age, 20.0 + n AS amount_eur FROM range(6) AS numbers (n);
CREATE OR REPLACE TEMP TABLE predictions (id INTEGER, score DOUBLE);
INSERT INTO predictions VALUES (1, 0.11), (2, 0.64), (3, 0.64), (4, 1.20);
SET VARIABLE batch_end = TIMESTAMP '2026-03-11 18:00:00'; -- in production the time of the run, in the zone of the data

WITH checks (no, "check", found, least, most, reason, owner) AS (
  SELECT 1, 'orders: rows against last week', (SELECT count(*) FROM orders) / (SELECT count(*) FROM orders_before)::DOUBLE,
    0.5, 2.0, 'Half the file was missing on 2026-01-07', 'Dana'
  UNION ALL SELECT 2, 'orders: hours since the newest row',
    date_diff('minute', (SELECT max(created_at) FROM orders), getvariable('batch_end')) / 60.0,
    0, 6, 'Shops report at least four times a day', 'Dana'
  UNION ALL SELECT 3, 'orders: columns missing or of another type',
    (SELECT count(*) FROM (VALUES ('id', 'INTEGER'), ('country', 'VARCHAR'), ('age', 'INTEGER'), ('amount_eur', 'DOUBLE'),
      ('created_at', 'TIMESTAMP')) AS wanted (column_name, data_type)
      ANTI JOIN (SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'orders') AS actual
      USING (column_name, data_type)), 0, 0, 'Schema agreed with the shop team', 'Dana'
  UNION ALL SELECT 4, 'orders: ids that occur twice', (SELECT count(id) - count(DISTINCT id) FROM orders),
    0, 0, 'A doubled id joins twice', 'Tom'
  UNION ALL SELECT 5, 'orders: share of empty ages', (SELECT avg((age IS NULL)::INTEGER) FROM orders),
    0, 0.10, 'Four percent is normal: guest orders', 'Tom'
  UNION ALL SELECT 6, 'orders: ages out of range', (SELECT count(*) FROM orders WHERE age NOT BETWEEN 16 AND 110),
    0, 0, 'The sign-up form asks for 16 and over', 'Tom'
  UNION ALL SELECT 7, 'orders: unknown countries',
    (SELECT count(*) FROM orders WHERE country IS NULL OR country NOT IN ('DE', 'FR', 'PT')),
    0, 0, 'We sell in three countries', 'Dana'
  UNION ALL SELECT 8, 'orders: median amount against last week', -- catches cents sent as euros
    (SELECT median(amount_eur) FROM orders) / (SELECT median(amount_eur) FROM orders_before),
    0.5, 2.0, 'The feed changed its unit once', 'Dana'
  UNION ALL SELECT 9, 'predictions: scores empty, NaN or outside 0 to 1',
    (SELECT count(*) FROM predictions WHERE score IS NULL OR isnan(score) OR score NOT BETWEEN 0 AND 1),
    0, 0, 'A score is a probability', 'Ana'
  UNION ALL SELECT 10, 'predictions: largest share of one score', -- a model that says the same to everybody
    (SELECT max(n) / sum(n) FROM (SELECT count(*) AS n FROM predictions GROUP BY score) AS counts),
    0, 0.20, 'Last quarter it was 0.03 at most', 'Ana'
)
SELECT no, "check", round(found, 3) AS found, least, most,
  CASE WHEN found BETWEEN least AND most THEN 'ok' ELSE 'FAILED' END AS result, reason, owner -- nothing found fails, too
FROM checks
ORDER BY no;
-- CC BY 4.0, Trivium
