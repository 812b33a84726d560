"""Plans as links and as files. docs/plan-format.md describes both for people."""

from stretchbook.plans.codec import Reading, ReadingProblem, decode, encode

__all__ = ["Reading", "ReadingProblem", "decode", "encode"]
