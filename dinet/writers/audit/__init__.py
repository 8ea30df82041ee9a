"""One file for each format of a report on an audit: an AuditResult becomes bytes.

To add one: a file here with a function ``write(result)``, and its name in ``AUDIT_FORMATS`` of
``cli/options``. All that is counted comes from the result, and all words that several formats
share from ``report/audit_words``; text is escaped where it enters the format. These files may use
the other writers. ``tests/cli/test_audit_formats.py`` proves that all formats count alike.
"""
