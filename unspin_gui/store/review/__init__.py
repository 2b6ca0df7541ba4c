"""Reviews on disk: recovery journal, remembered decisions, files to pass on."""
