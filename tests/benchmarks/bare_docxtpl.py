"""The bare script that the tool is held against: one YAML file, one loop template, one Word file. Nothing is checked.

Usage: bare_docxtpl.py DATA.yaml TEMPLATE.docx OUTPUT.docx
"""

import sys

import yaml
from docxtpl import DocxTemplate

with open(sys.argv[1], encoding="utf-8") as file:  # noqa: PTH123 - as bare as such scripts are
    data = yaml.load(file, Loader=yaml.CSafeLoader)
template = DocxTemplate(sys.argv[2])
template.render(data)
template.save(sys.argv[3])
