"""The noisy channel: which words read as spun, and what the original wording was."""
