"""The base for every part of the window: tasks, questions, languages."""
