"""Opening, saving, recovering and exporting texts under review."""
