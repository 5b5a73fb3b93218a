"""Writes docs/benchmarks.md: an introduction, then one section per function."""

import os
import platform
import re
import sys
from datetime import datetime, timezone
from pathlib import Path

import files
import merging
import report
from measure import Bench

# In the order of the document. A section is a title and a function from a Bench
# to Markdown.
SECTIONS = {
    "files": ("Opening, saving, loading, merging", files.section),
    "merging": ("The same merge with other programs", merging.section),
    "report": ("The same report with other programs", report.section),
}

DOCUMENT = Path("docs/benchmarks.md")

INTRODUCTION = """# Benchmarks

Written by `sh scripts/benchmarks.sh`, which builds what it measures, installs the
peers and writes what the run gave. One section can be run alone:
`sh scripts/benchmarks.sh merging`. Each says when and where it was run.

Wall time depends on what else the machine does; processor time (user and system)
less so. Peak memory is the resident set of the process.
"""


def machine() -> str:
    """Where and when a section is run."""
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text()) if os.path.exists("/proc/cpuinfo") else None
    load = os.getloadavg()[0]
    busy = "idle" if load < 0.3 else f"{load:.1f} processes wanting the processor on average just before"
    now = datetime.now(timezone.utc)
    return (f"*{now:%-d %B %Y, %H:%M} UTC; {cpu[1] if cpu else platform.machine()}, {os.cpu_count()} cores, "
            f"{platform.system()} {platform.release()}, priority {-os.nice(0)}; {busy}.*")


def known_sections() -> dict[str, str]:
    """The sections that the document has, by title."""
    if not DOCUMENT.exists():
        return {}
    parts = re.split(r"^## (.*)\n", DOCUMENT.read_text(), flags=re.M)
    return dict(zip(parts[1::2], parts[2::2]))


def main() -> None:
    bench = Bench(Path(sys.argv[1]))
    wanted = sys.argv[2:] or list(SECTIONS)
    for name in wanted:
        if name not in SECTIONS:
            sys.exit(f"no section {name}: {', '.join(SECTIONS)}")
        title, write = SECTIONS[name]
        where = machine()
        text = known_sections()
        text[title] = f"\n{where}\n\n{write(bench).strip()}\n"
        parts = [f"## {t}\n\n{text[t].strip()}\n" for t, _ in SECTIONS.values() if t in text]
        DOCUMENT.write_text("\n".join([INTRODUCTION, *parts]))


if __name__ == "__main__":
    main()
