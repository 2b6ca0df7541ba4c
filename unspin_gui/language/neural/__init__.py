"""A small causal language model from a GGUF file, computed in numpy."""
