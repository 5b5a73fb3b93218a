"""Running programs and measuring what they take."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

LAUNCHER = Path(__file__).parent / "launch.py"


class Failed(Exception):
    """A program that did not do its work; the text is the end of what it said."""


@dataclass
class Run:
    wall: float  # seconds
    cpu: float   # seconds, user and system, of the process and its children
    peak: float  # MB, of the largest of them
    output: str


@dataclass
class Bench:
    """Where the script has put what it built: tressons, store.test, files."""

    work: Path

    @property
    def files(self) -> Path:
        return self.work / "files"

    @property
    def program(self) -> str:
        return str(self.work / "tressons")

    def store_test(self, *arguments: str, **environment: str) -> Run:
        """Runs tests or benchmarks of model/store; large files are kept."""
        return run([str(self.work / "store.test"), *arguments], TRESSONS_BENCH_FILES=str(self.files), **environment)


def run(command: list[str], **environment: str) -> Run:
    """Runs a program in a process of its own, whose parent is small: the peak of a
    process is never below that of its parent when it began."""
    with tempfile.TemporaryFile() as out:
        told = subprocess.run([sys.executable, "-S", "-E", str(LAUNCHER), *command], stdin=subprocess.DEVNULL, stdout=out,
                              stderr=subprocess.PIPE, env={**os.environ, **environment}, check=True, text=True).stderr
        out.seek(0)
        output = out.read().decode(errors="replace")
    used = json.loads(told)
    if used.pop("code"):
        raise Failed(output[-400:])
    return Run(**used, output=output)


def median(runs: list[Run]) -> Run:
    """The run of the median processor time."""
    middle = statistics.median_low(r.cpu for r in runs)
    return next(r for r in runs if r.cpu == middle)


def duration(seconds: float) -> str:
    """Two digits: 1.3 ms, 26 ms, 0.44 s, 9.4 s."""
    if seconds < 0.0995:
        return f"{seconds * 1000:.2g} ms"
    return f"{seconds:.2g} s" if seconds < 9.95 else f"{seconds:.0f} s"


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
