"""From a paragraph and what is known to suspects and ranked suggestions."""
