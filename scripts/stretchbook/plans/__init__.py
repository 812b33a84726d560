"""Plans as links and as files. docs/plan-format.md describes both for people."""

from stretchbook.plans.codec import decode, encode
from stretchbook.plans.files import write_plan, write_steps
from stretchbook.plans.outcome import Reading, ReadingProblem

__all__ = ["Reading", "ReadingProblem", "decode", "encode", "write_plan", "write_steps"]
