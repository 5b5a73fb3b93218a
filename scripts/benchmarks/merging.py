"""One task for this program and its peers: bring together two copies of a file."""

import importlib.metadata
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from measure import Bench, Failed, Run, duration, median, run, table

HERE = Path(__file__).parent
RUNS = 3

INTRODUCTION = """From one file of 250,000 changes (12,500 initiatives of 14 fields), Anne and Brice each edit
2,000 rows that the other does not touch and make 1,000 new ones. Both write another name into the same
100 rows, and Anne deletes 100 rows that Brice edits. `model/store/task_test.go` makes the files. Then
Brice's copy is merged into Anne's, in a process of its own, three times on fresh copies; the run of the
median processor time counts. Peers get the table of initiatives alone, without history, in a plain SQLite
file with the same rows; those that need the file from which both copies came get it. Afterwards the
results are searched for what each had written; « order » compares the rows after Anne ← Brice with those
after Brice ← Anne."""

READING = """What the columns count: edits that only one of them made and that are there afterwards; of the
100 fields that both wrote, those of which both texts can still be found; of the 100 edits of deleted rows,
those that can still be found."""


@dataclass
class Task:
    """The files, and what Anne and Brice wrote, by row and column."""

    ours: dict[str, Path]   # base, anne, brice: files of this program
    plain: dict[str, Path]  # the same as plain tables
    rows: set[str]          # that somebody made
    alone: list[tuple[str, str, str]] = field(default_factory=list)
    both: list[tuple[str, str, set[str]]] = field(default_factory=list)
    deleted: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass
class Outcome:
    """What a program left: the rows, and values that it put elsewhere."""

    run: Run
    rows: dict[str, dict[str, str]]
    beside: str = ""  # text in which other values may stand: open conflicts, a report
    remark: str = ""


Merge = Callable[[Bench, Task, Path, str, str], Outcome]


def rows_of(path: Path) -> dict[str, dict[str, str]]:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
        db.row_factory = sqlite3.Row
        return {r["id"]: dict(r) for r in db.execute("SELECT * FROM initiative")}


def write_plain(source: Path, to: Path) -> Path:
    """The readable table of a file, as a table that any tool takes."""
    to.unlink(missing_ok=True)
    with sqlite3.connect(to) as db:
        db.execute("ATTACH ? AS source", (str(source),))
        columns = [c[1] for c in db.execute("PRAGMA source.table_info(initiative)")]
        others = ", ".join(f'"{c}"' for c in columns if c != "id")
        db.execute(f"CREATE TABLE initiative (id TEXT PRIMARY KEY NOT NULL, {others})")
        db.execute(f"INSERT INTO initiative (id, {others}) SELECT id, {others} FROM source.initiative")
    return to


def prepare(bench: Bench) -> Task:
    bench.store_test("-test.run=^TestTask$")
    ours = {"base": bench.files / "task.db", "anne": bench.files / "task-anne.db", "brice": bench.files / "task-brice.db"}
    task = Task(ours, {who: write_plain(path, bench.files / f"plain-{who}.db") for who, path in ours.items()}, set())
    base, anne, brice = (rows_of(task.plain[who]) for who in ("base", "anne", "brice"))
    task.rows.update(base, anne, brice)
    for here, there in ((anne, brice), (brice, anne)):
        for row, values in here.items():
            for column, value in values.items():
                if value == base.get(row, {}).get(column):
                    continue
                other = there.get(row, {}).get(column)
                if row in base and row not in there:
                    task.deleted.append((row, column, value))
                elif row in base and other != base[row][column]:
                    if here is anne:
                        task.both.append((row, column, {value, other}))
                elif column not in ("id", "diagnosis"):
                    task.alone.append((row, column, value))
    return task


def tressons(bench: Bench, task: Task, folder: Path, into: str, other: str) -> Outcome:
    target = Path(shutil.copy(task.ours[into], folder / "cible.db"))
    done = run([bench.program, "fusionner", str(target), str(task.ours[other]), "--json"])
    questions = run([bench.program, "conflits", str(target), "--json"]).output
    found = json.loads(questions)
    return Outcome(done, rows_of(target), questions, f"{len(found['conflicts'])} conflicts and {len(found['deleted'])} deleted-but-edited rows to decide, in the file")


def geodiff(bench: Bench, task: Task, folder: Path, into: str, other: str) -> Outcome:
    target = Path(shutil.copy(task.plain[into], folder / "cible.db"))
    notes = folder / "conflicts.json"
    done = run([sys.executable, str(HERE / "peer_geodiff.py"), str(task.plain["base"]), str(task.plain[other]), str(target), str(notes)])
    beside = notes.read_text() if notes.exists() else ""
    return Outcome(done, rows_of(target), beside, "needs the base; conflicts in a JSON file beside" if beside else "needs the base")


def changeset(bench: Bench, task: Task, folder: Path, into: str, other: str) -> Outcome:
    target = Path(shutil.copy(task.plain[into], folder / "cible.db"))
    done = run([sys.executable, str(HERE / "peer_changeset.py"), str(task.plain["base"]), str(task.plain[other]), str(target)])
    return Outcome(done, rows_of(target), "", f"needs the base; its handler was asked {int(done.output)} times, and kept what was there")


def sqldiff(bench: Bench, task: Task, folder: Path, into: str, other: str) -> Outcome:
    target = Path(shutil.copy(task.plain[into], folder / "cible.db"))
    script = '{ echo "BEGIN;"; sqldiff --primarykey "$1" "$2"; echo "COMMIT;"; } >"$4" && sqlite3 "$3" <"$4"'
    done = run(["sh", "-c", script, "sh", str(task.plain["base"]), str(task.plain[other]), str(target), str(folder / "diff.sql")])
    return Outcome(done, rows_of(target), "", "needs the base; says nothing")


def attach(bench: Bench, task: Task, folder: Path, into: str, other: str) -> Outcome:
    target = Path(shutil.copy(task.plain[into], folder / "cible.db"))
    done = run(["sqlite3", str(target), f"ATTACH '{task.plain[other]}' AS other; INSERT OR IGNORE INTO initiative SELECT * FROM other.initiative"])
    return Outcome(done, rows_of(target), "", "the floor for rows: takes those that are missing, the deleted ones too")


def attach_log(bench: Bench, task: Task, folder: Path, into: str, other: str) -> Outcome:
    target = Path(shutil.copy(task.ours[into], folder / "cible.db"))
    copies = "; ".join(f"INSERT OR IGNORE INTO {t} SELECT * FROM other.{t}" for t in ("session", "seen", "change"))
    done = run(["sqlite3", str(target), f"ATTACH '{task.ours[other]}' AS other; BEGIN; {copies}; COMMIT"])
    return Outcome(done, rows_of(target), "", "the floor for our log: nothing checked, nothing of it shown")


def installed(package: str) -> str:
    """The version of a package, or Failed."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        raise Failed(f"{package} could not be installed here") from None


def program(name: str) -> str:
    if not shutil.which(name):
        raise Failed(f"{name} is not installed here")
    return subprocess.run(["sqlite3", "--version"], capture_output=True, text=True, check=True).stdout.split()[0]


def own_version() -> str:
    return "SQLite of modernc.org/sqlite " + re.search(r"modernc.org/sqlite (\S+)", Path("go.mod").read_text())[1]


# Name, its version or why it cannot be had, and what it does.
PROGRAMS: list[tuple[str, Callable[[], str], Merge]] = [
    ("**Tressons**", own_version, tressons),
    ("geodiff (Mergin Maps, QGIS)", lambda: "pygeodiff " + installed("pygeodiff"), geodiff),
    ("SQLite session changeset", lambda: "apsw " + installed("apsw"), changeset),
    ("SQLite sqldiff", lambda: "SQLite " + program("sqldiff"), sqldiff),
    ("`INSERT OR IGNORE … SELECT`, rows", lambda: "SQLite " + program("sqlite3"), attach),
    ("`INSERT OR IGNORE … SELECT`, log", lambda: "SQLite " + program("sqlite3"), attach_log),
]


def merged(merge: Merge, bench: Bench, task: Task, into: str, other: str) -> Outcome:
    folder = bench.work / "merge"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return merge(bench, task, folder, into, other)


def line(name: str, version: str, merge: Merge, bench: Bench, task: Task) -> list[str]:
    into, other, order = "anne", "brice", ""
    try:
        outcomes = [merged(merge, bench, task, into, other)]
    except Failed as failure:
        into, other, order = other, into, f"Anne ← Brice fails ({told(failure)}), the rest is Brice ← Anne"
        outcomes = [merged(merge, bench, task, into, other)]
    outcomes += [merged(merge, bench, task, into, other) for _ in range(RUNS - 1)]
    used, last = median([o.run for o in outcomes]), outcomes[-1]
    if not order:
        order = "the same" if last.rows == merged(merge, bench, task, other, into).rows else "differs"

    def stands(row: str, column: str, value: str) -> bool:
        return last.rows.get(row, {}).get(column) == value or value in last.beside

    alone = sum(last.rows.get(row, {}).get(column) == value for row, column, value in task.alone)
    both = sum(all(stands(row, column, v) for v in values) for row, column, values in task.both)
    strange = len(last.rows.keys() - task.rows)
    deleted = sum(stands(*edit) for edit in task.deleted)
    return [f"{name}, {version}", duration(used.wall), duration(used.cpu), f"{used.peak:.0f} MB",
            f"{alone:,} of {len(task.alone):,}", f"{both} of {len(task.both)}", f"{deleted} of {len(task.deleted)}",
            order, last.remark + (f"; {strange:,} rows under an id that nobody gave them" if strange else "")]


def told(failure: Failed) -> str:
    """The end of what a program said, on one line."""
    return "… " + " ".join(str(failure).split()[-7:])


def section(bench: Bench) -> str:
    task = prepare(bench)
    rows = []
    for name, version, merge in PROGRAMS:
        try:
            rows.append(line(name, version(), merge, bench, task))
        except Failed as failure:
            rows.append([name, *[""] * 7, "not measured: " + told(failure)])
    head = ["program", "wall", "processor", "memory at most", "edits of one kept", "both texts kept", "edit against delete kept", "order", "remarks"]
    return INTRODUCTION + "\n\n" + table(head, rows) + "\n\n" + READING
