"""Retraining comparison: candidate against live model, on a later period that neither has seen.

Run it as it stands with Python 3.10 or later. Replace the agreed values and load_rows(). CC BY 4.0, Trivium
"""
from datetime import date, timedelta
from math import log
from random import Random
from statistics import mean

# Agreed before anybody looked at results.
TRAINED_UP_TO = {"live": date(2026, 3, 31), "candidate": date(2026, 8, 31)}
TODAY = date(2026, 10, 15)
LABEL_DELAY = timedelta(days=14)  # by then nearly all outcomes have arrived
LARGEST_LOSS_ACCEPTED = 0.0  # how much worse the candidate may be, in log loss
LEAST_ROWS, LEAST_DAYS = 1000, 14

def load_rows():
    """Yields day, group, outcome (0 or 1), score of the live model, score of the candidate. Example data here."""
    rng = Random(7)
    for n in range(45 * 60):
        risk = rng.random()
        near = lambda spread: min(0.99, max(0.01, risk + rng.gauss(0, spread)))
        day, group = date(2026, 8, 25) + timedelta(days=n // 60), rng.choice("AB")
        yield day, group, int(rng.random() < risk), near(0.2), near(0.1)

def loss(outcome: int, score: float) -> float:
    score = min(1 - 1e-6, max(1e-6, score))
    return -log(score if outcome else 1 - score)

def gap(rows) -> float:
    """Mean difference in log loss; below zero, the candidate is better."""
    return mean(loss(outcome, candidate) - loss(outcome, live) for _, _, outcome, live, candidate in rows)

def interval(rows, rounds: int = 1000) -> tuple[float, float]:
    """95 % interval of the gap. Draws whole days, because the rows of one day resemble each other."""
    by_day: dict[date, list] = {}
    for row in rows:
        by_day.setdefault(row[0], []).append(gap([row]))
    rng, days = Random(1), list(by_day.values())
    gaps = sorted(mean(g for day in rng.choices(days, k=len(days)) for g in day) for _ in range(rounds))
    return gaps[int(0.025 * rounds)], gaps[int(0.975 * rounds) - 1]

first, last = max(TRAINED_UP_TO.values()) + timedelta(days=1), TODAY - LABEL_DELAY
rows = [row for row in load_rows() if first <= row[0] <= last]
days = len({row[0] for row in rows})
if len(rows) < LEAST_ROWS or days < LEAST_DAYS:
    raise SystemExit(f"Only {len(rows)} rows on {days} days, {first} to {last}. Wait, or train to an earlier day.")

low, high = interval(rows)
print(f"{first} to {last}: {len(rows)} rows. Gap {gap(rows):+.4f}, 95 % interval {low:+.4f} to {high:+.4f}")
for group in sorted({row[1] for row in rows}):
    print(f"  group {group}: gap {gap([row for row in rows if row[1] == group]):+.4f}")
if high <= LARGEST_LOSS_ACCEPTED:
    print("Replace the live model, if no group above is harmed. Keep the old one ready.")
elif low > LARGEST_LOSS_ACCEPTED:
    print("Keep the live model, and tell its owner.")
else:
    print("Not clear: keep the live model, and compare again with more days.")
