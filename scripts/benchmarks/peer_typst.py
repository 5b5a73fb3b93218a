"""Sets a report with typst: TEMPLATE FONTS STANDARD… PDF."""

import sys

import typst

template, fonts, *standards, pdf = sys.argv[1:]
typst.compile(template, output=pdf, font_paths=[fonts], ignore_system_fonts=True, pdf_standards=standards)
