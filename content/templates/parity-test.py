"""Do training and serving build the same thing for the same request?

Run in CI for each change to features, prompts, libraries or retrieval. Replace the two loaders and the two builders;
everything else stays. Needs only the standard library. CC BY 4.0, Trivium
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

SAVED = Path("tests/parity/live_requests.jsonl")  # twenty live requests, personal data masked, with what production built
TOLERANCE = 1e-6
ALLOWED = {"hour_of_day"}  # names that may differ, each with a reason in the pull request


def load_saved() -> list[dict[str, Any]]:
    """What production logged: {"request": ..., "built": {"features": {...}, "prompt": "..."}}."""
    return [json.loads(line) for line in SAVED.read_text(encoding="utf-8").splitlines() if line]


def build_offline(request: dict[str, Any]) -> dict[str, Any]:
    """What the training or test code builds for the request, as of the request's time."""
    raise NotImplementedError("call your own code here, with data as it stood at request['at']")


def differences(name: str, live: Any, offline: Any) -> list[str]:
    """Every value that differs, by its path."""
    if isinstance(live, dict) and isinstance(offline, dict):
        keys = sorted(set(live) | set(offline))
        return [d for key in keys for d in differences(f"{name}.{key}", live.get(key), offline.get(key))]
    if isinstance(live, float) and isinstance(offline, (int, float)):
        same = math.isclose(live, offline, rel_tol=TOLERANCE, abs_tol=TOLERANCE) or (live != live and offline != offline)
        return [] if same else [f"{name}: live {live!r}, offline {offline!r}"]
    if isinstance(live, str) and isinstance(offline, str) and live != offline:
        at = next((i for i, (a, b) in enumerate(zip(live, offline)) if a != b), min(len(live), len(offline)))
        return [f"{name}: differs from character {at}: live {live[at:at + 40]!r}, offline {offline[at:at + 40]!r}"]
    return [] if live == offline else [f"{name}: live {live!r}, offline {offline!r}"]


def test_live_and_offline_agree() -> None:
    """Fails with the list of differences, request by request."""
    found: list[str] = []
    for saved in load_saved():
        for line in differences(saved["request"]["id"], saved["built"], build_offline(saved["request"])):
            if not any(f".{name}:" in line for name in ALLOWED):
                found.append(line)
    assert not found, "\n".join(found)
