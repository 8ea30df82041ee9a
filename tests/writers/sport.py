"""A small programme that has something of everything that a report tells."""

SPORT = """
    programma: Sport voor iedereen
    organisatie: Gemeente Voorbeeld
    visie: Iedereen beweegt.
    thema's: [{id: T1, tekst: Bewegen}]
    doelen:
      - {id: D1, tekst: Meer kinderen sporten, thema: T1}
      - {id: D2, tekst: Betere gezondheid, thema: T1}
    smart-doelen:
      - {id: S1, tekst: In 2028 sport 60% elke week, voor: [D1, D2], bron: CBS}
    inspanningen:
      - {id: I1, tekst: Bouwen van een hal, voor: [D1, S1], periode: 2024-2026,
         fase: uitvoering, eigenaar: Afdeling Sport}
      - {id: I2, tekst: Werven van trainers, voor: D1}
      - {id: I3, tekst: Losse klus}
"""
