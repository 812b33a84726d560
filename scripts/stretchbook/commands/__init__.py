"""What a person can ask of the program: one module a command. Nobody outside imports them."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
"""The project that the program stands in."""
