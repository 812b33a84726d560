"""What those who work on the program need: its tests, its lock files, and the tools of both."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
"""The project that the program stands in."""
