"""The glossary editor."""
