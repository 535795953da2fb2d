"""What a release is made of: tokens, word classes, marks, numbers and short forms."""
