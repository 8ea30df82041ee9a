"""The tests of dinet: they mirror the package."""
