"""A small causal language model out of a GGUF file, computed in numpy."""
