"""Run record: writes down what made a run, without anybody typing. One JSON file per run, failed runs included.

Runs as it stands with Python 3.10 or later. Use `with record(...) as run:` around your training or evaluation.
For a tracker, send the same fields to it at the end (MLflow: log_params, log_metrics, set_tags). CC BY 4.0, Trivium
"""
import hashlib, json, platform, subprocess, sys, time
from contextlib import contextmanager
from datetime import datetime, timezone
from importlib.metadata import distributions
from pathlib import Path
from uuid import uuid4

RUNS = Path("runs")  # a folder or bucket that the whole team reads

def git(*command: str) -> str:
    try:
        return subprocess.run(["git", *command], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""

def file_hash(name: str) -> str:
    with open(name, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() if sys.version_info >= (3, 11) else \
            hashlib.sha256(file.read()).hexdigest()

@contextmanager
def record(question: str, settings: dict, data_files: tuple[str, ...] = (), parent: str = ""):
    """`settings` holds seed and hyperparameters; for a language model, also those in the example below."""
    run = {
        "id": f"{datetime.now(timezone.utc):%Y%m%d-%H%M%S}-{uuid4().hex[:6]}",
        "question": question, "parent": parent, "settings": settings, "metrics": {}, "status": "running",
        "verdict": "",  # one line by a person: kept or dropped, and why
        "person": git("config", "user.name"), "command": sys.argv, "started": datetime.now(timezone.utc).isoformat(),
        "commit": git("rev-parse", "HEAD"), "uncommitted": git("diff", "HEAD"),  # can hold secrets: keep runs private
        "untracked": git("ls-files", "--others", "--exclude-standard"),
        "data": {name: file_hash(name) for name in data_files},
        "python": platform.python_version(), "machine": platform.platform(),
        "packages": {found.metadata["Name"]: found.version for found in distributions()},
    }
    RUNS.mkdir(exist_ok=True)
    path, clock = RUNS / f"{run['id']}.json", time.monotonic()
    save = lambda: path.write_text(json.dumps(run, indent=1, default=str))
    save()
    try:
        yield run
        run["status"] = "finished"
    except BaseException as problem:
        run["status"], run["problem"] = "failed", repr(problem)
        raise
    finally:
        run["seconds"] = round(time.monotonic() - clock, 1)
        save()
        print(f"{run['status']}: {path}. Now add one line of verdict.")

if __name__ == "__main__":
    settings = {"provider_model": "example-model", "model_date": "2026-08-06", "prompt": "refund-v12", "tools": "v4",
                "index": "policies-2026-10-30", "temperature": 0, "cases": "evaluation-cases v14", "judge": "v5", "seed": 7}
    with record("Does prompt v12 fix wrong refusals?", settings, data_files=(__file__,), parent="20261102-101500-3fa2c1") as r:
        r["metrics"] = {"pass_rate": 0.91, "wrong_refusals": 4, "cost_eur": 1.36, "p95_seconds": 2.4}
