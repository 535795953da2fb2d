"""A summary as text in one of several formats."""
