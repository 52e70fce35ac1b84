"""The report as one HTML file that needs nothing beside it: no scripts, pictures within. Same report, same bytes."""

from base64 import b64encode

from kbdesk.charts.draw import picture_bytes
from kbdesk.charts.style import ChartStyle
from kbdesk.reports.content import Logo
from kbdesk.reports.content import Picture
from kbdesk.reports.content import Report
from kbdesk.reports.markup import page

_INCHES = (6.7, 4.3)
_STYLE = """
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1.5rem; max-width: 46rem; color: #16191d; background: #fff;
  font: 1rem/1.5 Arial, "Liberation Sans", sans-serif; }
header { display: flex; justify-content: space-between; align-items: end; gap: 1rem;
  border-bottom: 3px solid #332288; padding-bottom: .4rem; color: #565d66; font-weight: bold; }
header img { max-height: 4rem; max-width: 11rem; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.3rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
p { margin: 0 0 .7rem; max-width: 42rem; white-space: pre-line; }
.lead { font-size: 1.3rem; line-height: 1.3; font-weight: bold; }
.note { font-size: .875rem; color: #565d66; }
figure { margin: 1rem 0 1.5rem; }
figure img { width: 100%; height: auto; }
.scroll { overflow-x: auto; margin: 1rem 0 1.5rem; }
table { border-collapse: collapse; width: 100%; font-size: .875rem; line-height: 1.35; }
caption { text-align: left; font-weight: bold; padding: .3rem 0; }
th, td { padding: .3rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid #c9ced4; }
thead th { background: #f1f3f6; color: #565d66; vertical-align: bottom; }
tbody th { font-weight: normal; }
.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead .figure { white-space: normal; }
.sum > * { font-weight: bold; border-bottom-color: #16191d; }
.numbers { table-layout: fixed; border-spacing: .6rem 0; border-collapse: separate; margin: 0 -.6rem; }
.numbers th, .numbers td { background: #f1f3f6; border: 0; }
.numbers caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.value { font-size: 1.9rem; font-weight: bold; line-height: 1.1; }
.comparison { color: #565d66; }
@media print {
  @page { size: A4; margin: 17mm 20mm; }
  body { padding: 0; max-width: none; font-size: 9.5pt; }
  .first figure img { max-height: 105mm; object-fit: contain; }
  .annex { break-before: page; }
  h2, h3, caption { break-after: avoid; }
  figure, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
}
"""


def write_html(report: Report) -> bytes:
    """The report as the content of a file."""
    return page(report, _data_uri, _STYLE).encode()


def _data_uri(picture: Picture | Logo) -> str:
    drawn = picture.png if isinstance(picture, Logo) else picture_bytes(picture.chart, ".png", ChartStyle(), _INCHES)
    return f"data:image/png;base64,{b64encode(drawn).decode('ascii')}"
