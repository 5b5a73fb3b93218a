"""The Go benchmarks of model/store, each in a process of its own."""

import os
import re

from measure import Bench, duration, table

# Name, benchmark, and by size the seconds that the first prototype took on an
# idle machine of this kind. It checked less and made no backup.
CASES = [
    ("open", "BenchmarkFile/^open$", {10_000: 0.001, 250_000: 0.043, 1_000_000: 0.218}),
    ("load everything", "BenchmarkFile/^load$", {}),
    ("verify", "BenchmarkFile/^verify$", {}),
    ("copy, compacted", "BenchmarkFile/^copy$", {}),
    ("save one field", "BenchmarkOneSavedField", {}),
    ("merge, nothing new", "BenchmarkMerge/^nothing$", {10_000: 0.003, 250_000: 0.095, 1_000_000: 0.39}),
    ("merge, 2 % and 2 % new", "BenchmarkMerge/^2%$", {10_000: 0.026, 250_000: 0.44, 1_000_000: 1.3}),
    ("merge, as much again", "BenchmarkMerge/^disjoint$", {10_000: 0.37, 250_000: 4.3, 1_000_000: 15}),
]
OTHERS = [
    ("merge 7 copies of 300 edits each into an eighth", "^BenchmarkCopies$", 0.09),
    ("merge files of 2,000 sessions", "^BenchmarkSessions$", None),
    ("closure of 2,000 sessions", "^BenchmarkClosure$", 0.218),
    ("the driver alone: 250,000 rows written", "^BenchmarkDriver$/^insert$", 0.66),
    ("the driver alone: these rows read", "^BenchmarkDriver$/^read$", 0.295),
    ("SQLite alone: `quick_check` of their 59 MB", "^BenchmarkDriver$/^check$", 0.096),
    ("SQLite alone: `VACUUM INTO` of their 59 MB", "^BenchmarkDriver$/^copy$", 0.113),
]

INTRODUCTION = """Files of so many changes, three quarters of them heads. Merging is what the user waits for: both
files read, everything that is taken checked, a dated backup on disk, one transaction, the readable
tables. « As much again » merges a file of the same size that has nothing in common. The last column is
the wall time of the first prototype on an idle machine, which checked less and made no backup. Opening
checks everything up to 2 MB, header and schema beyond; the rest follows while the user works. Each time
is that of the best of seven runs, of three with a million changes: others share the processors.

The four last lines tell how fast the machine is, with nothing of ours in them. The prototype's figures
come from one where so many rows of eight columns and a file of 59 MB took the times of the last column,
with the same version of the driver; what its rows and its file were made of is not known."""


def measured(bench: Bench, pattern: str, size: int = 0) -> list[str] | None:
    """Wall and processor time of the best of several runs of a benchmark, and the memory
    of the first; None when it does not have that size."""
    large = size >= 250_000
    if size:
        pattern += f"/^{size}$"
    out = bench.store_test("-test.run=^$", f"-test.bench={pattern}", f"-test.benchtime={'1x' if large else '0.3s'}",
                           f"-test.count={3 if size >= 1_000_000 else 7}", "-test.timeout=2h",
                           TRESSONS_BENCH_SIZES=str(size or 10_000)).output
    lines = re.findall(r"^Benchmark\S+\s+\d+\s+(.*)$", out, re.M)
    if not lines:
        return None
    runs = [{unit: float(value) for value, unit in re.findall(r"(\S+) (\S+)", line)} for line in lines]
    wall = min(run["ns/op"] for run in runs)
    cpu = min((run["cpu-ms/op"] for run in runs if run.get("cpu-ms/op")), default=0)
    memory = runs[0].get("MB")
    return [duration(wall / 1e9), duration(cpu / 1000) if cpu else "", f"{memory:.0f} MB" if memory else ""]


def section(bench: Bench) -> str:
    rows = []
    sizes = [int(n) for n in os.environ.get("BENCH_SIZES", "10000 250000 1000000").split()]
    for name, pattern, floors in CASES:
        for n in sizes:
            result = measured(bench, pattern, n)
            if result:
                rows.append([name, f"{n:,}", *result, duration(floors[n]) if n in floors else ""])
    for name, pattern, floor in OTHERS:
        result = measured(bench, pattern)
        if result:
            rows.append([name, "", *result, duration(floor) if floor else ""])
    return INTRODUCTION + "\n\n" + table(["what", "changes", "wall", "processor", "memory at most", "prototype, wall"], rows)
