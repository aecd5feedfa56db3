"""How offices word the parts of a paper that are the same in every paper, in English and in Welsh."""

from __future__ import annotations

import re

from pcp_reports.dates import MONTHS, MONTHS_CY

_MONTHS = "|".join((*MONTHS, *MONTHS_CY))
DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?"
    rf"\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS}),?\s+\d{{4}}|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}\b",
    re.IGNORECASE,
)
MEETING = re.compile(r"\b(?:meeting|held|cyfarfod)\b", re.IGNORECASE)
DATE_LABEL = re.compile(r"\b(?:meeting|date|dyddiad)\b", re.IGNORECASE)
CONTACT = re.compile(
    r"(?:contact(?:s|\s+(?:officer|details|person|name|point))?(?:\s+for\s+(?:further|more)\s+information)?|"
    r"(?:for\s+)?(?:further|more)\s+information(?:,?\s+(?:please\s+)?contact)?|(?:report\s+)?author|lead\s+officer|"
    r"report(?:ing)?\s+officer|cyswllt)\b\s*[:–-]?\s*",
    re.IGNORECASE,
)
REACHED = re.compile(r"@|\b0\d{3,4}[\s)]*\d{3}|\b(?:tel|telephone|phone|e-?mail)\b", re.IGNORECASE)
PANEL = re.compile(r"\bpanel\b", re.IGNORECASE)
_SMALL = r"(?:and|of|for|the|a|a'r|a’r|yr|y|&)"
_NAMED = rf"(?:{_SMALL}|[A-Z][\w.'’,-]*)"
_OTHER = r"(?:Report|Update|Meeting|Paper|Item|Agenda|Minutes|Members?|Title|Subject|Note|Summary|Contact)\b"
# The name by itself, such as “Lancashire Police and Crime Panel”, “PANEL FOR X” or “Panel Heddlu a Throseddu Gwent”.
PANEL_NAME = re.compile(
    rf"(?!(?i:{_OTHER}))(?:(?:{_NAMED}\s+)*(?:Panel|PANEL)(?:\s+(?:for|of|FOR|OF)(?:\s+{_NAMED})+)?"
    rf"|(?:Panel|PANEL)\s+(?:Heddlu|HEDDLU)(?:\s+{_NAMED})*)"
)
APPENDIX = re.compile(r"\s*(?:appendix|appendices|annex|annexe|atodiad)\b", re.IGNORECASE)
TITLE_LABEL = re.compile(r"(?:(?:report\s+)?title|subject|title\s+of\s+(?:the\s+)?report)\b\s*:?\s*", re.IGNORECASE)
NO_TITLE = re.compile(
    r"report\s+(?:of|by|to)\b|agenda\b|item\b|part\s+[i\d]|appendix|electoral|wards?\b|date\b|not\s+for\s+publication|"
    r"public\b|unrestricted|official\b",
    re.IGNORECASE,
)
SUMMARY = re.compile(
    r"(?:executive\s+)?summary|purpose(?:\s+of\s+(?:the\s+|this\s+)?report)?|crynodeb.*", re.IGNORECASE
)
RECOMMENDATION = re.compile(r"recommendations?|argymhell(?:ion)?", re.IGNORECASE)
TYPED = re.compile(r"\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)]?|\(?[a-z][.)])\s+", re.IGNORECASE)
ROLE = re.compile(
    r"\b(?:chief|director|officer|commissioner|treasurer|head|manager|deputy|clerk|secretary|prif|cyfarwyddwr)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"(?:[A-Z][\w.'’-]*\.?\s+){1,4}[A-Z][\w'’-]+(?:\s+[A-Z]{2,5})*")
