"""A database opened for questions: one method a question."""
