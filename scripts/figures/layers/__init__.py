"""What is painted in one go: parts of the person, things, arrows, in the order of their depth."""
