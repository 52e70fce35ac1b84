"""The looks of a submission's cells as a workbook's style sheet; the order is that of ``Look``."""

_FONTS = (
    '<font><sz val="10"/><color rgb="FF1F2A30"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="16"/><color rgb="FF0B4F5C"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="10"/><color rgb="FF1F2A30"/><name val="Calibri"/><family val="2"/></font>',
    '<font><i/><sz val="10"/><color rgb="FF5A6A72"/><name val="Calibri"/><family val="2"/></font>',
    '<font><b/><sz val="12"/><color rgb="FF0B4F5C"/><name val="Calibri"/><family val="2"/></font>',
)
_FILLS = (
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FF0B4F5C"/><bgColor indexed="64"/></patternFill></fill>',
)
_BORDERS = (
    "<border><left/><right/><top/><bottom/><diagonal/></border>",
    '<border><left/><right/><top/><bottom style="hair"><color rgb="FFB8C4CA"/></bottom><diagonal/></border>',
)
_TOP = '<alignment vertical="top"/>'
_LEFT = '<alignment horizontal="left" vertical="top"/>'
_WRAP = '<alignment vertical="top" wrapText="1"/>'
_MIDDLE = '<alignment vertical="center" wrapText="1"/>'


def _format(
    *, number: int = 0, font: int = 0, fill: int = 0, border: int = 1, more: str = "", align: str = _TOP
) -> str:
    return (
        f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyNumberFormat="1" '
        f'applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"{more}>{align}</xf>'
    )


_FORMATS = (
    _format(number=49),
    _format(font=1, border=0),
    _format(font=2, fill=2, border=0, align=_MIDDLE),
    _format(font=3, align=_WRAP),
    _format(number=1, align=_LEFT),
    _format(number=3),
    _format(number=4),
    _format(number=164),
    _format(font=4, border=0),
    _format(number=49, align=_WRAP),
    _format(number=49, more=' quotePrefix="1"'),
    _format(number=165),
    _format(number=3, font=5, align=_LEFT),
    _format(number=4, font=5, align=_LEFT),
)

STYLES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.0000"/>'
    '<numFmt numFmtId="165" formatCode="0.000"/></numFmts>'
    f'<fonts count="{len(_FONTS)}">{"".join(_FONTS)}</fonts>'
    f'<fills count="{len(_FILLS)}">{"".join(_FILLS)}</fills>'
    f'<borders count="{len(_BORDERS)}">{"".join(_BORDERS)}</borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    f'<cellXfs count="{len(_FORMATS)}">{"".join(_FORMATS)}</cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)
"""The style sheet, ready to be written."""
