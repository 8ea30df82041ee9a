"""Documents for audits, and their schema."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from dinet.report.findings.audit_report import SCHEMA_FILE
from tests.documents import table, word

HEAD = ["Doel", "SMART-doel", "Inspanning", "Budget"]
WATER = word(
    table(
        HEAD,
        ["Schoner water", "In 2029 is 80% van de plassen schoon.", "", ""],
        ["Minder zwerfafval", "", "Prikkers uitdelen", "p.m."],
        ["Koelere pleinen", "", "", ""],
    )
)
"""A plan with gaps and with money that is open, in Word."""
LIBRARY = """
peildatum: 2027-05-01
doelen:
  - tekst: Meer lezers
    smart-doelen:
      - tekst: "=In 2030 is <b>1 op de 3</b> inwoners lid | & _leners_"
        inspanningen: [Bieb op wielen]
  - tekst: "::error::Elke wijk een 'boekenkast', altijd"
    inspanningen: [Kasten timmeren]
"""
"""A plan in dinet's own form, with words that mean something to other formats."""


def put_documents(folder: Path) -> None:
    """Write the plans ``water.docx`` and ``bieb.din.yaml`` into a folder."""
    (folder / "water.docx").write_bytes(WATER)
    (folder / "bieb.din.yaml").write_text(LIBRARY, encoding="utf-8")


def checked_json(text: str) -> Any:
    """The JSON of an audit, when it is as its schema says."""
    data = json.loads(text)
    schema = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(data)
    return data
