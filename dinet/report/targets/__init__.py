"""What is told of target sentences: their parts, their SMART verdicts, and how two compare."""
