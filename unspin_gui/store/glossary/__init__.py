"""Glossary files: read, changed in place, backed up, counted."""
