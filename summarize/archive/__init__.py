"""A database of releases: what was found in thousands of them, written and asked."""

from summarize.archive.database import MEMORY, Database, Entry, is_database

__all__ = ["MEMORY", "Database", "Entry", "is_database"]
