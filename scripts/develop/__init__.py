"""What those who work on the program need: its tests, its lock files, and the tools of both."""
