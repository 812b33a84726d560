"""Plans as links and as files. docs/plan-format.md describes both for people."""

from stretchbook.plans.codec import Reading, ReadingProblem, decode, encode
from stretchbook.plans.files import write_plan, write_steps

__all__ = ["Reading", "ReadingProblem", "decode", "encode", "write_plan", "write_steps"]
