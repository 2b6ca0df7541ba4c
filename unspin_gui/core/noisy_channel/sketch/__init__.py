"""A cheap look at whole documents: whether reading them in full may be worthwhile."""
