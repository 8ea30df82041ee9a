"""A document audited: its rules, thresholds, waivers, baseline and policy, and every report."""
