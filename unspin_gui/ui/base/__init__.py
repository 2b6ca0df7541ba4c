"""What every part of the window stands on: tasks, questions, languages."""
