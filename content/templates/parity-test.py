"""Parity test: do development and production build the same features and prompts from the same requests?

Save as tests/test_parity.py and run it with pytest on every change; or run it as it stands with Python 3.10 or later.
Replace the two development functions by yours, and EXAMPLES by masked requests logged in production, awkward ones included.
CC BY 4.0, Trivium
"""
from difflib import unified_diff
from math import isclose, isnan

TOLERANCE = {"distance_km": 1e-3}  # features not listed here may differ by one part in a million
ACCEPTED = {"server_time": "set by the server, not read by the model"}  # every exception has a reason

EXAMPLES = [  # as production logged them: what came in, and what went to the model
    {"id": "r-101", "request": {"metres": 4900, "items": 3, "note": "Ring twice"},
     "features": {"distance_km": 4.9, "items": 3.0, "is_large": 0.0, "server_time": 1763.0},
     "prompt": "Order of 3 items, 4.9 km.\nNote: Ring twice"},
    {"id": "r-102", "request": {"metres": None, "items": 12, "note": ""},
     "features": {"distance_km": float("nan"), "items": 12.0, "is_large": 1.0, "server_time": 1764.0},
     "prompt": "Order of 12 items, distance unknown.\nNote: -"},
]

def development_features(request: dict) -> dict[str, float]:
    """Yours: import the code that builds the training data."""
    metres = request["metres"]
    return {"distance_km": float("nan") if metres is None else metres / 1000,
            "items": float(request["items"]), "is_large": float(request["items"] > 10)}

def development_prompt(request: dict) -> str:
    """Yours: import the code that builds prompts in tests; add retrieved text and tool schemas to what is compared."""
    metres = request["metres"]
    distance = "distance unknown" if metres is None else f"{metres / 1000:g} km"
    return f"Order of {request['items']} items, {distance}.\nNote: {request['note'] or '-'}"

def same(name: str, left: float, right: float) -> bool:
    both_missing = isnan(left) and isnan(right)
    return both_missing or isclose(left, right, rel_tol=1e-6, abs_tol=TOLERANCE.get(name, 0.0))

def differences(example: dict) -> list[str]:
    ours, live = development_features(example["request"]), example["features"]
    found = []
    for name in sorted((ours.keys() | live.keys()) - ACCEPTED.keys()):
        if name not in ours or name not in live:
            found.append(f"{name}: only in {'production' if name in live else 'development'}")
        elif not same(name, ours[name], live[name]):
            found.append(f"{name}: development {ours[name]!r}, production {live[name]!r}")
    texts = development_prompt(example["request"]).splitlines(), example["prompt"].splitlines()
    return found + list(unified_diff(*texts, "development", "production", lineterm=""))

def test_development_matches_production():
    problems = [f"{example['id']}  {line}" for example in EXAMPLES for line in differences(example)]
    assert not problems, "\n" + "\n".join(problems)

if __name__ == "__main__":
    test_development_matches_production()
    print(f"{len(EXAMPLES)} requests: no difference.")
