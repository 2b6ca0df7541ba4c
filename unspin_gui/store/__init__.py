"""Converts between files and core values; every failure is a StoreError with path and reason."""
