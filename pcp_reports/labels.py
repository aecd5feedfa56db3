"""The few words that the tool itself prints in a paper, in the office's language. All other wording is the office's own."""

from __future__ import annotations

_ENGLISH = {
    "scanning": "Scanning",
    "analysis": "Analysis",
    "response": "Response",
    "assessment": "Assessment",
    "objective": "Objective",
    "measures_of_success": "Measures of success",
    "figures": "Figures",
    "sentences": "Sentences",
    "civil_orders": "Civil orders",
    "place": "Place",
    "launched": "Launched",
    "partners": "Partners",
    "withdrawn": "Withdrawn",
    "returned": "Returned",
    "measure": "Measure",
    "was": "Before",
    "value": "Figure",
    "now": "Now",
    "change": "Change",
    "since": "Since",
    "period": "Period",
    "area": "Area",
    "elsewhere": "Elsewhere",
    "source": "Source",
    "part_of": "part of",
    "left_out": "left out of this draft",
}
_WELSH = {
    "scanning": "Sganio",
    "analysis": "Dadansoddi",
    "response": "Ymateb",
    "assessment": "Asesu",
    "objective": "Amcan",
    "measures_of_success": "Mesurau llwyddiant",
    "figures": "Ffigurau",
    "sentences": "Dedfrydau",
    "civil_orders": "Gorchmynion sifil",
    "place": "Lle",
    "launched": "Lansiwyd",
    "partners": "Partneriaid",
    "withdrawn": "Tynnwyd yn ôl",
    "returned": "Dychwelwyd",
    "measure": "Mesur",
    "was": "Cynt",
    "value": "Ffigur",
    "now": "Nawr",
    "change": "Newid",
    "since": "Ers",
    "period": "Cyfnod",
    "area": "Ardal",
    "elsewhere": "Mannau eraill",
    "source": "Ffynhonnell",
    "part_of": "rhan o",
    "left_out": "heb ei gynnwys yn y drafft hwn",
}


def label(name: str, locale: str) -> str:
    """Return a label in the locale's language (English or Welsh)."""
    return (_WELSH if locale.startswith("cy") else _ENGLISH)[name]
