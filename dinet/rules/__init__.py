"""One file for each rule: what is the matter with a programme, said of an element.

To add a rule: a file here with the rule's name, a docstring with a sentence, ``Why it
matters:``, ``Bad:`` and ``Good:`` (YAML that the tests run) and ``Source:``, and a function
``check(network)`` under ``@rule(code, severity)`` that yields an element and a sentence. A rule
asks the Network and cannot print, read or change anything.
"""
