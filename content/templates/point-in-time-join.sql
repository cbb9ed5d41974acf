-- Point-in-time join: for each prediction, the feature values that were known at that moment.
-- Runs in DuckDB as it stands. Replace the two example tables with yours.
CREATE OR REPLACE TEMP TABLE predictions (
  prediction_id INTEGER, customer_id INTEGER, predicted_at TIMESTAMP, model TEXT, logged_orders_30d INTEGER
);
INSERT INTO predictions VALUES
  (1, 71, '2026-03-02 02:00', 'churn-v12', 4),
  (2, 71, '2026-03-09 02:00', 'churn-v12', 6),
  (3, 72, '2026-03-09 02:00', 'churn-v12', 0),
  (4, 73, '2026-03-09 02:00', 'churn-v12', 2);

-- valid_from: when the value applies. known_at: when it could be read, later if it came late or was corrected.
-- Never overwrite a row; a correction is a new row with the same valid_from and a later known_at.
CREATE OR REPLACE TEMP TABLE orders_30d_history (
  customer_id INTEGER, valid_from TIMESTAMP, known_at TIMESTAMP, orders_30d INTEGER
);
INSERT INTO orders_30d_history VALUES
  (71, '2026-03-01', '2026-03-01 06:00', 4),
  (71, '2026-03-08', '2026-03-08 06:00', 6),
  (71, '2026-03-08', '2026-03-12 06:00', 9), -- corrected after the prediction of 9 March
  (72, '2026-03-08', '2026-03-08 06:00', 3), -- the model was given 0
  (73, '2026-03-08', '2026-03-10 06:00', 2); -- arrived a day after the prediction

CREATE OR REPLACE TEMP TABLE as_of AS
SELECT p.*, h.orders_30d AS known_then, h.valid_from, h.known_at
FROM predictions AS p
LEFT JOIN orders_30d_history AS h
  ON h.customer_id = p.customer_id AND h.valid_from <= p.predicted_at AND h.known_at <= p.predicted_at
QUALIFY row_number() OVER (PARTITION BY p.prediction_id ORDER BY h.valid_from DESC, h.known_at DESC) = 1;

-- 1. Training rows: join your outcomes to these, never to the current feature table.
SELECT prediction_id, customer_id, predicted_at, model, known_then AS orders_30d FROM as_of ORDER BY prediction_id;

-- 2. Where something is wrong. "today's value" is what a join without known_at would have trained on.
WITH today AS (
  SELECT p.prediction_id, h.orders_30d AS known_today
  FROM predictions AS p
  LEFT JOIN orders_30d_history AS h ON h.customer_id = p.customer_id AND h.valid_from <= p.predicted_at
  QUALIFY row_number() OVER (PARTITION BY p.prediction_id ORDER BY h.valid_from DESC, h.known_at DESC) = 1
)
SELECT
  prediction_id, logged_orders_30d AS served, known_then, known_today,
  CASE
    WHEN known_then IS NULL AND logged_orders_30d IS NOT NULL THEN 'served a value not known yet: check known_at'
    WHEN logged_orders_30d IS DISTINCT FROM known_then THEN 'skew: served and recomputed values differ'
    WHEN known_then IS DISTINCT FROM known_today THEN 'leak: today''s value was not known then'
  END AS finding
FROM as_of JOIN today USING (prediction_id)
WHERE finding IS NOT NULL
ORDER BY prediction_id;
-- CC BY 4.0, Trivium
