"""Finding, ranking and deciding: pure values and functions, without Qt or files."""
