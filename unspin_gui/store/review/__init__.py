"""Reviews on disk: recovery journals, remembered decisions, review files to pass on."""
