"""The theme of the default templates: the office's colours to choose from in Word, and one font throughout.

Word wants a theme in every document. The styles take nothing from it, so that no change of theme changes a paper.
Source: ECMA-376 part 1, 20.1.6: three fills, lines, effects and backgrounds are the fewest a theme may have.
"""

from __future__ import annotations

from pcp_reports.word.looks import GREY, NAVY, RED, RULE, TINT

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": NAVY,
    "lt2": TINT,
    "accent1": NAVY,
    "accent2": GREY,
    "accent3": RED,
    "accent4": "1E6B52",
    "accent5": "7A4B00",
    "accent6": RULE,
    "hlink": "0B4FA0",
    "folHlink": "5B2A86",
}


def theme(font: str) -> bytes:
    """Return a theme part whose headings and words are both set in ``font``."""
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    faces = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    fonts = f"<a:majorFont>{faces}</a:majorFont><a:minorFont>{faces}</a:minorFont>"
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="{_DRAWING}" name="Paper"><a:themeElements>'
        f'<a:clrScheme name="Paper">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Paper">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Paper"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    ).encode()
