"""Finding, ranking and deciding: pure values and functions, no Qt, no files."""
