"""The noisy channel: which words read as spun, and what stood there before."""
