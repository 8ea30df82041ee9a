"""The same few statements, used by the tests of this room."""

GOAL = "Meer kinderen sporten."
OTHER = "Meer kinderen lezen."
TARGET = "In 2028 sport 60% van de kinderen."
LATER = "In 2030 leest 40% van de kinderen."
EFFORT = "Bouwen van een sporthal."
COACH = "Aanstellen van een buurtsportcoach."
LIBRARY = "Openen van een bibliotheek."
HEAD = ["Doel", "SMART-doel", "Inspanning"]
ROW = [GOAL, TARGET, EFFORT]
READ = [f"D1 {GOAL}", f"S1 {TARGET} > D1", f"I1 {EFFORT} > D1, S1"]
"""What is read in a table of HEAD and ROW."""
