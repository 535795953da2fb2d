"""What is said, and by whom: quotations and reported speech."""
