"""One report, set by this program and its peers: time, memory, size, conformity."""

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import report_inputs
from measure import Bench, Failed, Run, duration, median, run, table

HERE = Path(__file__).parent
FONTS = Path("assets/fonts").resolve()
RUNS = 5
MORE = 10  # reports that a warm process writes after its first one

INTRODUCTION = """A report such as a team makes: 20 pages in Source Sans 3, six charts, two tables of 60 rows, four photos of
1,600 pixels (0.55 MB each), running head and foot. `report/pdf/task_test.go` makes it, writes it with this
program, and saves it as data for the others: texts and tables as JSON, charts as SVG, the same photos. Each
peer has the page that it likes best: a typst file that reads the JSON, HTML with CSS for pages, or an
OpenDocument text with styles, table heads and alternative texts; and each is asked for the most accessible and
archivable file that it knows to make. Programs break lines and pages by their own rules, so pages differ.
Each runs in a process of its own, in turns, five times after one that does not count, loading of fonts and
photos included; the run of the median processor time counts. Where a program is several processes, memory is that of
the largest. veraPDF then checks all files: « passes », or how many rules fail and in how many places."""

LENGTHS = """Longer reports, of this program alone, with the same four photos: in a process of its own (« cold »), and
in one that has written a first and writes ten more, fonts being read once (« warm », for each)."""


@dataclass
class Task:
    """The folder of the report, and what finds our fonts: they are not installed."""

    bench: Bench
    folder: Path

    @property
    def fontconfig(self) -> dict[str, str]:
        return {"FONTCONFIG_FILE": str(self.folder / "fonts.conf")}

    def ours(self, pages: int, times: int) -> Run:
        return run([str(self.bench.work / "pdf.test"), "-test.run=^TestTaskWritten$"], TRESSONS_BENCH_FILES=str(self.folder),
                   TRESSONS_BENCH_PAGES=str(pages), TRESSONS_BENCH_TIMES=str(times))


def prepare(bench: Bench) -> Task:
    task = Task(bench, bench.work / "report")
    shutil.rmtree(task.folder, ignore_errors=True)
    task.folder.mkdir()
    run([str(bench.work / "pdf.test"), "-test.run=^TestTask$"], TRESSONS_BENCH_FILES=str(task.folder))
    data = json.loads((task.folder / "report.json").read_text())
    (task.folder / "report.html").write_text(report_inputs.html(data))
    (task.folder / "report.fodt").write_text(report_inputs.fodt(data, task.folder))
    shutil.copy(HERE / "report.typ", task.folder)
    (task.folder / "fonts.conf").write_text(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
                                            f"<fontconfig><include>/etc/fonts/fonts.conf</include><dir>{FONTS}</dir></fontconfig>\n")
    return task


def tressons(task: Task, pdf: Path) -> Run:
    done = task.ours(20, 1)
    (task.folder / "tressons-20.pdf").rename(pdf)
    return done


def typst(task: Task, pdf: Path) -> Run:
    return run([sys.executable, str(HERE / "peer_typst.py"), str(task.folder / "report.typ"), str(FONTS), "ua-1", "a-2a", str(pdf)])


def weasyprint(variant: str) -> Callable[[Task, Path], Run]:
    def write(task: Task, pdf: Path) -> Run:
        return run([sys.executable, "-m", "weasyprint", "--quiet", "--pdf-variant", variant, str(task.folder / "report.html"), str(pdf)], **task.fontconfig)
    return write


def libreoffice(task: Task, pdf: Path) -> Run:
    wanted = {"PDFUACompliance": ("boolean", "true"), "UseTaggedPDF": ("boolean", "true"), "SelectPdfVersion": ("long", "2")}
    options = json.dumps({name: {"type": kind, "value": value} for name, (kind, value) in wanted.items()})
    done = run(["soffice", f"-env:UserInstallation={(task.folder / 'office').as_uri()}", "--headless", "--convert-to", f"pdf:writer_pdf_Export:{options}",
                "--outdir", str(task.folder / "converted"), str(task.folder / "report.fodt")], **task.fontconfig)
    (task.folder / "converted" / "report.pdf").rename(pdf)
    return done


def chromium(task: Task, pdf: Path) -> Run:
    return run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={task.folder / 'browser'}", "--no-pdf-header-footer",
                "--export-tagged-pdf", "--generate-pdf-document-outline", f"--print-to-pdf={pdf}", (task.folder / "report.html").as_uri()], **task.fontconfig)


def package(name: str) -> Callable[[], str]:
    def version() -> str:
        try:
            return importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            raise Failed(f"{name} could not be installed here") from None
    return version


def program(name: str) -> Callable[[], str]:
    def version() -> str:
        if not shutil.which(name):
            raise Failed(f"{name} is not installed here")
        said = subprocess.run([name, "--version"], capture_output=True, text=True, check=True).stdout
        return re.search(r"\d+(\.\d+)+", said)[0]
    return version


# Name with a place for its version, that version or why it cannot be had, what it
# does, and what to know of it.
PROGRAMS: list[tuple[str, Callable[[], str], Callable[[Task, Path], Run], str]] = [
    ("**Tressons**", lambda: "", tressons, "lines are ragged right, kerning in titles alone"),
    ("typst {}", package("typst"), typst, "asked for both standards; shapes and kerns all text; called from Python"),
    ("WeasyPrint {}, PDF/UA", package("weasyprint"), weasyprint("pdf/ua-1"), "one standard at a time; pages are HTML and CSS"),
    ("WeasyPrint {}, PDF/A", package("weasyprint"), weasyprint("pdf/a-2a"), "the same, asked for the other standard"),
    ("LibreOffice {}", program("soffice"), libreoffice, "asked for both; knows PDF/A-2b, without the structure; the document can be edited by hand"),
    ("Chromium {}", program("chromium"), chromium, "tags on; knows neither standard; pages are HTML and CSS"),
]


def conformity(folder: Path) -> dict[tuple[str, str], str]:
    """What veraPDF says of each file, by standard and name."""
    said = subprocess.run(["sh", "scripts/verapdf.sh", str(folder)], capture_output=True, text=True).stdout
    out = {}
    for part in re.split(r"^(?=ua1|2a|3a)", said, flags=re.M):
        if told := re.match(r"(\S+)\s+(\S+)\s+\d+ checks, (\d+) failed", part):
            rules, places = len(re.findall(r"^    rule", part, re.M)), int(told[3])
            out[told[1], told[2]] = f"{counted(rules, 'rule')}, {counted(places, 'place')}" if places else "passes"
    return out


def counted(n: int, thing: str) -> str:
    return f"{n:,} {thing}{'s' if n > 1 else ''}"


def facts(pdf: Path) -> list[str]:
    """Size, pages, tagged or not."""
    if not shutil.which("pdfinfo"):
        return [f"{pdf.stat().st_size / 1e6:.2f} MB", "", ""]
    said = subprocess.run(["pdfinfo", str(pdf)], capture_output=True, text=True).stdout
    told = dict(re.findall(r"^(Pages|Tagged):\s+(\S+)", said, re.M))
    return [f"{pdf.stat().st_size / 1e6:.2f} MB", told["Pages"], told["Tagged"]]


def used(runs: list[Run]) -> list[str]:
    middle = median(runs)
    return [duration(middle.wall), duration(middle.cpu), f"{middle.peak:.0f} MB"]


def peers(task: Task) -> str:
    files = task.folder / "files"
    files.mkdir()
    here, missing = [], []
    for number, (name, version, write, remark) in enumerate(PROGRAMS):
        pdf = files / f"{number}.pdf"
        try:
            title = name.format(version())
            write(task, pdf)  # does not count
            here.append((title, write, pdf, [], remark))
        except Failed as failure:
            missing.append([name.replace(" {}", ""), *[""] * 8, "not measured: … " + " ".join(str(failure).split()[-7:])])
    for _ in range(RUNS):
        for _, write, pdf, runs, _ in here:
            runs.append(write(task, pdf))
    conforms = conformity(files)
    rows = [[title, *used(runs), *facts(pdf), *(conforms.get((standard, pdf.name), "not checked") for standard in ("ua1", "2a")), remark]
            for title, _, pdf, runs, remark in here]
    head = ["program", "wall", "processor", "memory at most", "size", "pages", "tagged", "PDF/UA-1", "PDF/A-2a", "remarks"]
    return table(head, rows + missing)


def warm(task: Task, pages: int, cold: list[Run]) -> Run:
    """What one more report takes in a process that has written one."""
    whole, first = median([task.ours(pages, MORE + 1) for _ in range(3)]), median(cold)
    return Run((whole.wall - first.wall) / MORE, (whole.cpu - first.cpu) / MORE, whole.peak, "")


def lengths(task: Task) -> str:
    rows, taken = [], {}
    for pages in (20, 50, 500):
        cold = [task.ours(pages, 1) for _ in range(RUNS)]
        again = warm(task, pages, cold)
        taken[pages] = again.cpu
        size, count, _ = facts(task.folder / f"tressons-{pages}.pdf")
        rows.append([count or str(pages), *used(cold), duration(again.wall), duration(again.cpu), f"{again.peak:.0f} MB", size])
    head = ["pages", "cold: wall", "processor", "memory at most", "warm: wall", "processor", "memory at most", "size"]
    return table(head, rows) + f"\n\n500 pages take {taken[500] / taken[50]:.1f} times the processor time of 50."


def section(bench: Bench) -> str:
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    task = prepare(bench)
    return "\n\n".join([INTRODUCTION, peers(task), LENGTHS, lengths(task)])
