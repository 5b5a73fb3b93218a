"""The report of report.py as a page for browsers, and as a document for word processors."""

from html import escape
from pathlib import Path

STYLE = """
@page { size: A4; margin: 25mm 20mm;
  @top-left { content: "%(head)s"; font: 8.5pt "Source Sans 3" }
  @bottom-left { content: "%(foot)s"; font: 8.5pt "Source Sans 3" }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8.5pt "Source Sans 3" } }
body { margin: 0; font: 10.5pt/14pt "Source Sans 3" }
h1 { font-size: 16pt; break-before: page }
section:first-of-type h1 { break-before: auto }
figure { margin: 6pt 0; break-inside: avoid }
img { image-rendering: pixelated } /* what PDF/A wants of pictures: no interpolation */
figcaption, caption { font-size: 8.5pt; text-align: left }
table { width: 100%%; border-collapse: collapse }
tr { break-inside: avoid }
th, td { padding: 4pt 2pt; border-bottom: 0.5pt solid #c8c8c8; text-align: left }
.right { text-align: right }
"""


def html(data: dict) -> str:
    style = STYLE % {"head": data["Head"], "foot": data["Foot"]}
    sections = "".join(f"<section><h1>{escape(s['Title'])}</h1>{''.join(map(html_block, s['Blocks']))}</section>\n"
                       for s in data["Sections"])
    return (f'<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{escape(data["Title"])}</title>'
            f'<meta name="author" content="{escape(data["Author"])}"><style>{style}</style></head><body>{sections}</body></html>')


def html_block(block: dict) -> str:
    if block["Text"]:
        return f"<p>{escape(block['Text'])}</p>\n"
    if block["File"]:
        return (f'<figure aria-label="{escape(block["Alt"])}"><img src="{block["File"]}" alt="{escape(block["Alt"])}" style="width: {block["Width"]}pt">'
                f"<figcaption>{escape(block['Caption'])}. {escape(block['Source'])}</figcaption></figure>\n")
    right = [' class="right"' if c["Right"] else "" for c in block["Columns"]]
    head = "".join(f'<th scope="col"{r}>{escape(c["Title"])}</th>' for c, r in zip(block["Columns"], right))
    rows = "".join(f'<tr><th scope="row">{escape(row[0])}</th>' + "".join(f"<td{r}>{escape(cell)}</td>" for cell, r in zip(row[1:], right[1:])) + "</tr>\n"
                   for row in block["Rows"])
    return f"<table><caption>{escape(block['Caption'])}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>\n"


SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in {
    **{p: f"urn:oasis:names:tc:opendocument:xmlns:{n}:1.0" for p, n in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing", "meta": "meta"}.items()},
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "dc": "http://purl.org/dc/elements/1.1/", "xlink": "http://www.w3.org/1999/xlink"}.items())

FODT_STYLES = """<office:font-face-decls><style:font-face style:name="Source Sans 3" svg:font-family="'Source Sans 3'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Source Sans 3" fo:font-size="10.5pt" fo:language="fr" fo:country="FR"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1" style:class="text">
<style:paragraph-properties fo:margin-bottom="6pt" fo:keep-with-next="always"/><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Body" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="6pt" fo:line-height="14pt"/></style:style>
<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:keep-with-next="always"/><style:text-properties fo:font-size="8.5pt"/></style:style>
<style:style style:name="Small" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="8.5pt"/></style:style>
<style:style style:name="Table_20_Heading" style:display-name="Table Heading" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"><style:text-properties fo:font-weight="bold"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-left="20mm" fo:margin-right="20mm" fo:margin-top="15mm" fo:margin-bottom="15mm"/>
<style:header-style><style:header-footer-properties fo:min-height="10mm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="10mm"/></style:footer-style></style:page-layout>
<style:style style:name="Opens" style:family="paragraph" style:parent-style-name="Heading_20_1"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Right" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="Whole" style:family="table"><style:table-properties style:width="170mm" table:align="margins"/></style:style>
<style:style style:name="Row" style:family="table-row"><style:table-row-properties fo:keep-together="always"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border-bottom="0.5pt solid #c8c8c8" fo:padding="3.5pt"/></style:style>
<style:style style:name="Inline" style:family="graphic"><style:graphic-properties text:anchor-type="as-char" style:vertical-pos="top" style:vertical-rel="baseline"/></style:style>
</office:automatic-styles>
"""


def fodt(data: dict, folder: Path) -> str:
    opening, body = "Heading_20_1", []
    for section in data["Sections"]:
        body.append(f'<text:h text:style-name="{opening}" text:outline-level="1">{escape(section["Title"])}</text:h>\n')
        body += [fodt_block(block, folder) for block in section["Blocks"]]
        opening = "Opens"
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {SPACES} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">\n'
            f'<office:meta><dc:title>{escape(data["Title"])}</dc:title><dc:creator>{escape(data["Author"])}</dc:creator><dc:language>fr-FR</dc:language></office:meta>\n'
            f'{FODT_STYLES}<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">'
            f'<style:header><text:p text:style-name="Small">{escape(data["Head"])}</text:p></style:header>'
            f'<style:footer><text:p text:style-name="Small">{escape(data["Foot"])} <text:page-number/> / <text:page-count/></text:p></style:footer>'
            f'</style:master-page></office:master-styles>\n<office:body><office:text>\n{"".join(body)}</office:text></office:body></office:document>\n')


def fodt_block(block: dict, folder: Path) -> str:
    if block["Text"]:
        return f'<text:p text:style-name="Body">{escape(block["Text"])}</text:p>\n'
    caption = f'<text:p text:style-name="Caption">{escape(block["Caption"])}. {escape(block["Source"])}</text:p>\n'
    if block["File"]:
        return (f'{caption}<text:p text:style-name="Standard"><draw:frame draw:style-name="Inline" text:anchor-type="as-char" svg:width="{block["Width"]}pt" svg:height="{block["Height"]}pt">'
                f'<draw:image xlink:href="{(folder / block["File"]).as_uri()}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
                f'<svg:title>{escape(block["Caption"])}</svg:title><svg:desc>{escape(block["Alt"])}</svg:desc></draw:frame></text:p>\n')
    styles = ["Right" if c["Right"] else "Standard" for c in block["Columns"]]
    head = fodt_row([c["Title"] for c in block["Columns"]], ["Table_20_Heading"] * len(styles))
    rows = "".join(fodt_row(row, styles) for row in block["Rows"])
    columns = "<table:table-column/>" * len(styles)
    return f'{caption}<table:table table:style-name="Whole">{columns}<table:table-header-rows>{head}</table:table-header-rows>{rows}</table:table>\n'


def fodt_row(cells: list[str], styles: list[str]) -> str:
    return '<table:table-row table:style-name="Row">' + "".join(
        f'<table:table-cell table:style-name="Cell" office:value-type="string"><text:p text:style-name="{style}">{escape(cell)}</text:p></table:table-cell>'
        for cell, style in zip(cells, styles)) + "</table:table-row>\n"
