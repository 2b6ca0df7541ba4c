"""English as data: thesaurus, language model and inflection as values that core uses."""
