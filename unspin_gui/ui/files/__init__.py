"""Opening, saving, recovering and exporting what is reviewed."""
