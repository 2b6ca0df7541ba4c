"""Text as code points: spans, tokens, letter case, articles, confusables, display."""
